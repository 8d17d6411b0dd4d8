/** What Cockpit's own tables show by the engine's codes, shown by names. */
import { nameTexts } from '../../shared/naming.js';
import { call, me, supervision } from '../../shared/server.js';
import { supervised } from './regions.js';

const PUSH = 'push.';
const NAMED = /^(push\.[a-z0-9-]+|\d{6})$/;
const KINDS = {
  'Failed Job': '步骤出错',
  failedJob: '步骤出错',
  failedExternalTask: '推送未达',
  slaBreach: '超期'
};

let names;

/** Names of the regions of the login by code, and of their platforms by topic. */
function named() {
  names ??= supervised()
    .then(async regions => {
      const all = await Promise.all(regions.map(({ code }) => call(supervision(code, '/health'))));
      const topics = all
        .flatMap(health => health.platforms)
        .map(one => [`${PUSH}${one.code}`, `推送至${one.name}`]);
      return new Map([...topics, ...regions.map(region => [region.code, region.name])]);
    })
    .catch(() => {
      names = undefined;
      return new Map();
    });
  return names;
}

let self;

/** The name of the login, by its account. */
async function ownName(text) {
  self ??= me();
  const { account, name } = await self;
  return text === account ? name : undefined;
}

/** Names kinds of incidents, topics, regions and the login where Cockpit shows them by codes. */
export const nameCodes = () => {
  nameTexts('.account > .dropdown-toggle', ownName);
  nameTexts(
    '.ctn-content-bottom td, .tenant-id',
    async text => KINDS[text] ?? (NAMED.test(text) ? (await named()).get(text) : undefined)
  );
};
