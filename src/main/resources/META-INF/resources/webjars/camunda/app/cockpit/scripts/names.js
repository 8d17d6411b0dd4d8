/** What Cockpit's own tables show by the engine's codes, shown by names. */
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

async function name(cell) {
  const text = cell.textContent.trim();
  const named = text.startsWith(PUSH) ? (await topics()).get(text) : KINDS[text];
  const node = [...cell.childNodes].find(child => child.nodeValue?.trim() === text);
  if (named && node) {
    node.nodeValue = named;
  }
}

/** Keeps at it: the tables are drawn by Cockpit, which has no place to translate them. */
export function nameCodes() {
  new MutationObserver(() =>
    document.querySelectorAll('.ctn-content-bottom td').forEach(cell => name(cell))
  ).observe(document.body, { childList: true, subtree: true, characterData: true });
}
