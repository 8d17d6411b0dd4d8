/** The regions that the login supervises, and addresses of their cases. */
import { me } from '../../shared/server.js';
import { field, html, nothing, options } from '../../shared/view.js';

export const supervised = async () => (await me()).regions.filter(region => region.supervisor);

/** An address of the list of cases, or of one case, in Cockpit. */
export const casesAddress = query =>
  `#/credit-cases?${new URLSearchParams(
    Object.entries(query).filter(([, value]) => value !== undefined)
  )}`;

let asked = {};

/** What was asked of the list of cases last, so that one returns to it from a case. */
export const remember = query => {
  asked = { ...query };
};

/** The address of the list as it was asked last, if it was of the same region. */
export const lastCases = region =>
  casesAddress(
    asked.region === region
      ? Object.fromEntries(Object.entries(asked).filter(([, value]) => value))
      : { region }
  );

/** The present place in the browser's history, by which a view's questions are kept. */
const place = () => `credit-asked-${window.navigation?.currentEntry.key}`;

/** Keeps what a view was asked last, for whoever comes back to it or reloads it. */
export const keep = query => sessionStorage.setItem(place(), JSON.stringify(query));

/** What the view was asked at this place before; nothing for a new one. */
export const kept = () => window.navigation && JSON.parse(sessionStorage.getItem(place()));

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

/** The region that the address names, or the first. */
export function regionOf(asked, regions) {
  const region = asked.region ? regions.find(one => one.code === asked.region) : regions[0];
  if (!region) {
    throw new Error(`无此地区，或不属于本账号：${asked.region}`);
  }
  return region;
}
