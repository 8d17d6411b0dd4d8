/** What Cockpit's own tables show by the engine's codes, shown by names. */
import { nameTexts } from '../../shared/naming.js';
import { call, supervision } from '../../shared/server.js';
import { supervised } from './regions.js';

const PUSH = 'push.';
const KINDS = {
  'Failed Job': '步骤出错',
  failedJob: '步骤出错',
  failedExternalTask: '推送未达',
  slaBreach: '超期'
};

let platforms;

/** The names of the platforms of all regions of the login, by their topics. */
function topics() {
  platforms ??= supervised()
    .then(regions => Promise.all(regions.map(({ code }) => call(supervision(code, '/health')))))
    .then(
      all =>
        new Map(
          all
            .flatMap(health => health.platforms)
            .map(one => [`${PUSH}${one.code}`, `推送至${one.name}`])
        )
    );
  return platforms;
}

/** Names kinds of incidents and topics in Cockpit's tables. */
export const nameCodes = () =>
  nameTexts('.ctn-content-bottom td', async text =>
    text.startsWith(PUSH) ? (await topics()).get(text) : KINDS[text]
  );
