/** Talks to the server: its REST interface, and what it knows that views need. */

const root = document
  .querySelector('[app-root]')
  .getAttribute('app-root')
  .replace(/\/camunda$/, '');

/** An address of the server. */
export const url = path => root + path;

/** An address of a region's supervision. */
export const supervision = (region, path) => `/api/v1/regions/${region}/supervision${path}`;

/** A page of ours has the token in itself, the webapps in their cookie. */
function token() {
  const { token: own } = document.documentElement.dataset;
  if (own) {
    return own;
  }
  const cookie = document.cookie.split('; ').find(one => one.startsWith('XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.substring('XSRF-TOKEN='.length)) : '';
}

/** The messages of a problem, or its title. */
const messageOf = problem =>
  problem?.errors?.length ? problem.errors.map(error => error.message).join('；') : problem?.title;

/** An answer that refuses, with what is wrong with which field. */
export class Refused extends Error {
  constructor(message, errors = []) {
    super(message);
    this.errors = errors;
  }
}

async function fetched(path, method, headers, body) {
  const answer = await fetch(url(path), {
    method,
    credentials: 'same-origin',
    headers: {
      Accept: 'application/json, application/problem+json',
      'X-XSRF-TOKEN': token(),
      'X-Requested-With': 'XMLHttpRequest',
      ...headers
    },
    body
  });
  const text = await answer.text();
  const json = text ? JSON.parse(text) : null;
  if (!answer.ok) {
    throw new Refused(messageOf(json) || `服务器未能答复（${answer.status}）`, json?.errors);
  }
  return json;
}

/** Calls the REST interface; a problem is thrown as an error with its messages. */
export const call = (path, method = 'GET', body = undefined, headers = {}) =>
  fetched(
    path,
    method,
    { 'Content-Type': 'application/json', ...headers },
    body === undefined ? undefined : JSON.stringify(body)
  );

/** Hands a file in as material. */
export function upload(file) {
  const body = new FormData();
  body.append('file', file);
  return fetched('/api/v1/materials', 'POST', {}, body);
}

/** Reads from the engine's API of a webapp; null if it refuses. */
export async function engine(api, path) {
  const answer = await fetch(api.engineApi + path, { credentials: 'same-origin' });
  return answer.ok ? answer.json() : null;
}

/** Loads a script that is no module, once; gives the global that it defines. */
export function script(path, name) {
  if (window[name]) {
    return Promise.resolve(window[name]);
  }
  return new Promise((resolve, reject) => {
    const loaded = document.createElement('script');
    loaded.src = url(path);
    loaded.onload = () => resolve(window[name]);
    loaded.onerror = () => reject(new Error(`未能加载 ${path}`));
    document.head.append(loaded);
  });
}

/** Asks once a page; a failure is asked again. */
function once(load) {
  let loaded;
  return () =>
    (loaded ??= load().catch(error => {
      loaded = undefined;
      throw error;
    }));
}

/** The login, its regions and units, and today; asked anew, since login and day may change. */
export const me = () => call('/api/v1/me');

/** The human tasks, each with its outcomes and reasons of refusal. */
export const humanTasks = once(() => call('/api/v1/human-tasks'));

/** The states of limits, and bounds of what may be asked for. */
export const settings = once(() => call('/api/v1/desk-settings'));
