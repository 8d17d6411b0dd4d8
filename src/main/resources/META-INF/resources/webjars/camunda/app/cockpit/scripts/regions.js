/** The regions that the login supervises, and addresses of their cases. */
import { me } from '../../shared/server.js';
import { field, html, nothing, options } from '../../shared/view.js';

export const supervised = async () => (await me()).regions.filter(region => region.supervisor);

/** An address of the list of cases, or of one case, in Cockpit. */
export const casesAddress = query =>
  `#/credit-cases?${new URLSearchParams(
    Object.entries(query).filter(([, value]) => value !== undefined)
  )}`;

/** An address of a region's figures in Cockpit. */
export const figuresAddress = region => `#/credit-figures?${new URLSearchParams({ region })}`;

/** An address of what does not get on in a region. */
export const troublesAddress = region => `#/credit-troubles?${new URLSearchParams({ region })}`;

export const link = (text, href) => html`<a href=${href}>${text}</a>`;

/** A choice of the region; nothing where there is but one. */
export const regionChoice = (regions, chosen, change) =>
  regions.length > 1
    ? field(
        '地区',
        html`<select
          class="form-control"
          name="region"
          @change=${event => change(event.target.value)}
        >
          ${options(
            regions.map(region => [region.code, region.name]),
            chosen
          )}
        </select>`
      )
    : nothing;
