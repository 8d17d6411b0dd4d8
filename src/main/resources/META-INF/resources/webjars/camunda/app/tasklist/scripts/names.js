/** What Tasklist shows by account names and by the order of creation, by people and by limit. */
import { nameTexts } from '../../shared/naming.js';
import { call, me } from '../../shared/server.js';

let people;

/** The people of the login's units, by their accounts. */
function colleagues() {
  people ??= me()
    .then(({ regions }) => regions.filter(region => region.unit))
    .then(regions =>
      Promise.all(regions.map(({ code }) => call(`/api/v1/regions/${code}/colleagues`)))
    )
    .then(all => new Map(all.flat().map(one => [one.account, one.name])))
    .catch(() => (people = undefined));
  return people;
}

/** Names whoever has a task, or did something to it. */
export const nameAccounts = () =>
  nameTexts('.tasks-list .assignee, .operation-user', async text =>
    (await colleagues())?.get(text)
  );

const BY_LIMIT = JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]);

/** The list begins with what is due first; afterwards it is sorted as its user likes. */
export function sortByLimit() {
  const sort = () => {
    const search = new URLSearchParams(location.hash.split('?')[1]);
    if (search.get('sorting')?.includes('created')) {
      search.set('sorting', BY_LIMIT);
      location.hash = `#/?${search}`;
      window.removeEventListener('hashchange', sort);
    }
  };
  window.addEventListener('hashchange', sort);
  sort();
}
