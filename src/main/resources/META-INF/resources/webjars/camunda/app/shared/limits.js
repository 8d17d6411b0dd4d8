/** Moments, limits and their states as people read them. */
import { settings } from './server.js';
import { html } from './view.js';

/** Limits are of Chinese days, wherever the browser stands; Swedes write moments by ISO 8601. */
const written = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short'
});

/** A moment as people write it. */
export const moment = text => (text ? written.format(new Date(text)) : '—');

const provisional = certain => (certain === false ? '（待核）' : '');

/** The day of a limit; provisional ones say so. */
export const limit = (text, certain) =>
  text ? moment(text).substring(0, 10) + provisional(certain) : '—';

/** Working days left or overdue. */
export function left(days, certain) {
  if (days === null || days === undefined) {
    return '—';
  }
  const text = days < 0 ? `超期 ${-days} 个工作日` : `剩余 ${days} 个工作日`;
  const state = days < 0 ? 'cr-late' : days <= 1 ? 'cr-soon' : 'cr-good';
  return html`<span class=${state}>${text}${provisional(certain)}</span>`;
}

let names = new Map();

/** Loads the names of the states; every view that shows one awaits it. */
export async function stateNames() {
  names = new Map((await settings()).slaStatuses.map(one => [one.code, one.name]));
  return names;
}

/** A state of a limit as a mark with a text. */
export const mark = (state, text = names.get(state)) =>
  html`<span class="cr-mark cr-${state.toLowerCase()}">${text}</span>`;
