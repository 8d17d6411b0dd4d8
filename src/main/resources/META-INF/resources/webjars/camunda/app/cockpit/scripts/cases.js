/** Cases found by words, state, unit and day (办件查询); the address may name one of them. */
import { left, limit, mark, moment, stateNames } from '../../shared/limits.js';
import { call, me, settings, supervision, url } from '../../shared/server.js';
import { button, field, html, live, nothing, options, render, table } from '../../shared/view.js';
import { drawCase } from './case.js';
import { extendSeveral, reassignSeveral, urgeSeveral } from './interventions.js';
import {
  casesAddress,
  keep,
  kept,
  link,
  regionChoice,
  regionOf,
  remember,
  supervised
} from './regions.js';
import { PAUSED } from './registers.js';

const PAGE = 50;
const SCOPES = { OPEN: '在办', CLOSED: '已办结', RECEIVED: '收件（不分是否办结）' };
const RESULTS = { REPAIRED: '准予修复', REFUSED: '不予修复', REJECTED: '不予受理' };
const CLOSED = { MET: '按时办结', BREACHED: '超期办结' };
const HEADINGS = [
  '办件',
  '修复事项',
  '申请主体',
  '办理单位',
  '申请时间',
  '环节或结果',
  '时限',
  '剩余',
  '状态'
];

export async function cases(node, api) {
  const regions = await supervised();
  if (!regions.length) {
    throw new Error('办件查询供督查人员使用');
  }
  const asked = Object.fromEntries(new URLSearchParams(location.hash.split('?')[1] || ''));
  if (asked.case) {
    await drawCase(node, api, regionOf(asked, regions), asked.case);
    return;
  }
  await stateNames();
  const { today } = await me();
  const { slaStatuses } = await settings();
  const query = { ...initial(asked, regions, today), ...kept() };
  let found = nothing;
  const chosen = new Set();
  let said = '';
  const open = slaStatuses.filter(one => one.open).map(one => [one.code, one.name]);
  const draw = () => render(view(), node);
  const several = () => ({
    api,
    region: regions.find(one => one.code === query.region),
    cases: [...chosen],
    done: told => {
      said = told;
      return again();
    }
  });
  const search = async () => {
    const days = query.scope === 'OPEN' ? {} : { from: query.from, until: query.until };
    const { words, state, unit, path, item, channel, result, corrected, scope, page } = query;
    const wanted = Object.entries({
      words,
      state,
      unit,
      path,
      item,
      channel,
      result,
      corrected,
      ...days
    }).filter(([, value]) => value);
    const address = (more = []) =>
      `/cases?${new URLSearchParams([['scope', scope], ...wanted, ...more])}`;
    const rows = await call(supervision(query.region, address([['page', page]])));
    chosen.clear();
    found = html`
      ${query.scope !== 'OPEN'
        ? ''
        : html`<div class="cr-bar">
            ${button('督办所选', () => urgeSeveral(several()))}
            ${button('改派所选', () => reassignSeveral(several()))}
            ${button('延长所选', () => extendSeveral(several()))}
          </div>`}
      ${table(
        [query.scope === 'OPEN' && rows.length ? wholePage() : '', ...HEADINGS],
        rows.map(row => [
          query.scope !== 'OPEN'
            ? ''
            : html`<input
                type="checkbox"
                aria-label=${`选择 ${row.caseKey}`}
                .checked=${live(chosen.has(row.caseKey))}
                @change=${event => chosen[event.target.checked ? 'add' : 'delete'](row.caseKey)}
              />`,
          ...cells(query.region)(row)
        ]),
        '没有符合条件的办件，可换一个条件。'
      )}
      <div class="cr-buttons">
        ${rows.length ? shown(query.page, rows.length) : nothing}
        ${turn('上一页', -1, query.page > 0)} ${turn('下一页', 1, rows.length === PAGE)}
        ${rows.length
          ? ['csv', 'xlsx'].map(format =>
              link(
                `导出 ${format.toUpperCase()}`,
                url(supervision(query.region, address([['format', format]])))
              )
            )
          : nothing}
      </div>
    `;
  };
  const again = (changes = {}) => {
    Object.assign(query, { page: 0 }, changes);
    remember(query);
    keep(query);
    return search()
      .catch(error => {
        found = html`<p class="cr-error">${error.message}</p>`;
      })
      .then(draw);
  };
  const choice = (name, pairs, change) =>
    html`<select class="form-control" name=${name} @change=${event => change(event.target.value)}>
      ${options(pairs, query[name])}
    </select>`;
  const enter = event => {
    query[event.target.name] = event.target.value;
  };
  const input = (name, type) =>
    html`<input
      class="form-control"
      name=${name}
      type=${type}
      .value=${query[name]}
      @input=${enter}
    />`;
  const turn = (text, by, possible) =>
    possible
      ? html`<button
          class="btn btn-default"
          type="button"
          @click=${() => again({ page: query.page + by })}
        >
          ${text}
        </button>`
      : nothing;
  const states = () => ({ OPEN: open, CLOSED: Object.entries(CLOSED) })[query.scope];
  const units = () => regions.find(one => one.code === query.region).units;
  const view = () => html`
    <section class="cr-section">
      <p>${link('← 返回首页', '#/dashboard')}</p>
      <h3>
        ${['办件查询', asked.named, RESULTS[query.result], query.corrected && '要求过补正']
          .filter(Boolean)
          .join(' · ')}
      </h3>
      <form
        class="cr-bar"
        @submit=${event => {
          event.preventDefault();
          again();
        }}
      >
        ${regionChoice(regions, query.region, region => again({ region, unit: '' }))}
        ${field(
          '查找',
          html`<input
            class="form-control"
            name="words"
            type="search"
            size="56"
            placeholder="完整的办件、申请、失信信息编号或证件号码，或主体名称的任一部分"
            .value=${query.words}
            @input=${enter}
          />`
        )}
        ${field(
          '范围',
          html`<select
            class="form-control"
            name="scope"
            @change=${event => again({ scope: event.target.value, state: '' })}
          >
            ${options(Object.entries(SCOPES), query.scope)}
          </select>`
        )}
        ${states()
          ? field(
              '状态',
              choice('state', [['', '全部状态'], ...states()], state => again({ state }))
            )
          : nothing}
        ${field(
          '单位',
          choice('unit', [['', '全部单位'], ...units().map(one => [one.code, one.name])], unit =>
            again({ unit })
          )
        )}
        ${query.scope === 'OPEN'
          ? nothing
          : html`${field('期间起', input('from', 'date'))}
            ${field('期间止', input('until', 'date'))}`}
        <button class="btn btn-primary" type="submit">查询</button>
      </form>
      <p class="cr-good" role="status">${said}</p>
      ${found}
    </section>
  `;
  draw();
  await again({ page: query.page });
}

/** What the address asks for. */
function initial(asked, regions, today) {
  const { code: region } = regionOf(asked, regions);
  const day = asked.today === 'true' ? today : '';
  const none = { page: 0, region, words: '', state: '', unit: '', from: day, until: day, path: '' };
  return { ...none, ...asked, scope: SCOPES[asked.scope] ? asked.scope : 'OPEN' };
}

/** Chooses all of the page. */
const wholePage = () =>
  html`<input
    type="checkbox"
    aria-label="全选本页"
    @change=${({ target }) =>
      [...target.closest('table').querySelectorAll('tbody input')]
        .filter(box => box.checked !== target.checked)
        .forEach(box => box.click())}
  />`;

const shown = (page, count) =>
  html`<span
    >第 ${page * PAGE + 1}–${page * PAGE + count}
    件${count === PAGE ? '，其后或仍有' : '，已到末页'}</span
  >`;

const cells = region => row => [
  html`<span class="cr-nowrap">
    ${link(row.caseKey, casesAddress({ region, case: row.caseKey }))}
  </span>`,
  row.itemName,
  row.subject,
  row.unitName,
  moment(row.submittedAt),
  row.resultName || row.stageName || '—',
  html`<span class="cr-nowrap">${limit(row.dueAt, row.certain)}</span>`,
  row.closedAt ? `办结于 ${moment(row.closedAt)}` : left(row.workingDaysLeft, row.certain),
  row.pausedAt ? PAUSED : mark(row.sla)
];
