/** First view of a supervisor (时限监测): how many cases stand how, by path and unit. */
import { moment, stateNames } from '../../shared/limits.js';
import { messagesLink } from '../../shared/messages.js';
import { call, me, supervision, url } from '../../shared/server.js';
import { action, failed, html, render, table } from '../../shared/view.js';
import {
  casesAddress,
  figuresAddress,
  link,
  regionChoice,
  supervised,
  troublesAddress
} from './regions.js';

const OPEN = {
  NOT_STARTED: 'notStarted',
  ON_TRACK: 'onTrack',
  AT_RISK: 'atRisk',
  BREACHED: 'breached'
};
const EVERY_MINUTE = 60_000;
const CLOSED = { MET: 'met', BREACHED: 'late' };
const COUNTS = [...Object.values(OPEN), ...Object.values(CLOSED)];

export async function dashboard(node) {
  const regions = await supervised();
  if (!regions.length) {
    return;
  }
  const body = document.createElement('div');
  const messages = document.createElement('span');
  let shown = regions[0].code;
  const draw = code => {
    shown = code;
    return drawRegion(
      body,
      regions.find(region => region.code === code)
    ).catch(failed(body));
  };
  const timer = setInterval(() => {
    if (node.isConnected) {
      draw(shown);
    } else {
      clearInterval(timer);
    }
  }, EVERY_MINUTE);
  render(
    html`<section class="cr-section">
      <h3>时限监测</h3>
      <div class="cr-bar">
        ${regionChoice(regions, regions[0].code, draw)}
        ${link('办件查询', casesAddress({ region: regions[0].code, closed: true }))}
        ${link('办理统计', figuresAddress(regions[0].code))} ${messages}
        ${action('刷新', () => draw(shown))}
      </div>
      ${body}
    </section>`,
    node
  );
  await Promise.all([
    messagesLink(messages, key => casesAddress({ region: key.slice(0, 6), case: key })),
    draw(regions[0].code)
  ]);
}

async function drawRegion(node, { code, name }) {
  const [health, rows, queues, months, officers, services, note, names] = await Promise.all([
    call(supervision(code, '/health')),
    call(supervision(code, '/sla')),
    call(supervision(code, '/queues')),
    call(supervision(code, '/months')),
    call(`/api/v1/regions/${code}/officers`),
    call(`/api/v1/regions/${code}/repair-notices/units`),
    calendarNote(),
    stateNames()
  ]);
  const chart = document.createElement('div');
  chart.className = 'cr-chart';
  const states = (heading, sums, by) => statesTable(code, names, heading, sums, by);
  const whole = sumsBy(
    rows.map(row => ({ ...row, region: code, regionName: name })),
    'region'
  );
  render(
    html`
      ${healthPart(code, health, whole[0])} ${note} ${states('地区', whole)}
      <div class="cr-columns">
        <div>
          <h4>按修复路径</h4>
          ${states('修复路径', sumsBy(rows, 'path'), 'path')}
        </div>
        <div>
          <h4>按单位</h4>
          ${states('单位', sumsBy(rows, 'unit'), 'unit')}
        </div>
      </div>
      ${chart} ${queuesPart(code, queues)} ${exportsPart(code, months)} ${servicesPart(services)}
      ${officersPart(officers)}
    `,
    node
  );
  drawTrend(chart, code).catch(failed(chart));
}

const STATES = ['breached', 'atRisk', 'onTrack'];
const COLOURS = { breached: 'cr-late', atRisk: 'cr-soon', onTrack: 'cr-good' };
const LIGHTS = { breached: '▲ 超期', atRisk: '◆ 临期', onTrack: '● 正常' };

/** Where it burns: what is late, what does not get through, what nobody has read. */
function healthPart(region, health, whole) {
  const light = (name, count, state, more = '') =>
    html`<div class=${`cr-light ${count ? state : 'cr-good'}`}>
      <b>${count}</b><span>${name}</span><small>${more}</small>
    </div>`;
  const waiting = health.platforms.filter(one => one.waiting || one.refused);
  const refused = waiting.reduce((sum, one) => sum + one.refused, 0);
  const told = waiting.map(
    one =>
      `${one.name}：待推送 ${one.waiting}${one.refused ? `，回执拒绝 ${one.refused}` : ''}，最早 ${moment(one.since)}`
  );
  return html`
    <div class="cr-lights">
      ${STATES.map(state =>
        light(
          casesLink(region, state, LIGHTS[state]),
          whole?.[state] ?? 0,
          COLOURS[state],
          state === 'breached' && health.overdueSince
            ? `最早的时限：${moment(health.overdueSince).slice(0, 10)}`
            : ''
        )
      )}
      ${light(
        link('推送未达的平台', troublesAddress(region)),
        waiting.length,
        'cr-soon',
        refused ? `其中回执拒绝 ${refused} 条` : ''
      )}
      ${light(link('失败的步骤', troublesAddress(region)), health.failures, 'cr-late')}
      ${light(link('未消除的对账差异', troublesAddress(region)), health.openDifferences, 'cr-soon')}
      ${light(link('未读完的归集文件', troublesAddress(region)), health.unreadFiles, 'cr-soon')}
    </div>
    ${told.map(one => html`<p class="cr-soon">${one}</p>`)}
    <p class="cr-stamp">数据截至 ${moment(health.asOf)}</p>
  `;
}

const casesLink = (region, state, text) =>
  link(text, casesAddress({ region, state: Object.keys(OPEN).find(code => OPEN[code] === state) }));

/** Rows summed by a code, the most urgent first. */
function sumsBy(rows, by) {
  const sums = new Map();
  for (const row of rows) {
    const none = Object.fromEntries(COUNTS.map(count => [count, 0]));
    const sum = sums.get(row[by]) ?? { code: row[by], name: row[`${by}Name`], ...none };
    COUNTS.forEach(count => {
      sum[count] += row[count];
    });
    sums.set(row[by], sum);
  }
  return [...sums.values()].sort(
    (a, b) => b.breached - a.breached || b.atRisk - a.atRisk || a.name.localeCompare(b.name, 'zh')
  );
}

function statesTable(region, names, heading, sums, by) {
  const ofSum = sum => (by ? { [by]: sum.code, named: sum.name } : {});
  const counts = (sum, columns, query) =>
    Object.entries(columns).map(([state, column]) =>
      sum[column]
        ? link(sum[column], casesAddress({ region, state, ...query, ...ofSum(sum) }))
        : '0'
    );
  return table(
    [heading, ...Object.keys(OPEN).map(state => names.get(state)), '今日按时办结', '今日超期办结'],
    sums.map(sum => [
      html`${lightOf(sum)} ${sum.name}`,
      ...counts(sum, OPEN, {}),
      ...counts(sum, CLOSED, { scope: 'CLOSED', today: true })
    ]),
    '没有在办事项'
  );
}

/** How a unit or path stands, by colour and by shape. */
function lightOf(sum) {
  const worst = STATES.find(state => sum[state]) ?? 'onTrack';
  const [shape, name] = LIGHTS[worst].split(' ');
  return html`<span class=${COLOURS[worst]} role="img" aria-label=${name}>${shape}</span>`;
}

function queuesPart(region, queues) {
  const untouched = queues.filter(queue => queue.untouched);
  return html`
    <h4>点击查询</h4>
    ${untouched.length
      ? html`<p class="cr-error">
          上一工作日有待办而未点击查询：${untouched.map(queue => queue.unitName).join('、')}
        </p>`
      : html`<p class="cr-good">上一工作日各单位均已点击查询</p>`}
    ${table(
      ['单位', '在办', '今日首次查询'],
      queues.map(queue => [
        queue.unitName,
        queue.open
          ? link(queue.open, casesAddress({ region, unit: queue.unit, closed: false }))
          : '0',
        queue.lookedAt ? moment(queue.lookedAt) : '尚未查询'
      ])
    )}
  `;
}

/** Repair notices that are not served yet, per unit (两书同达). */
function servicesPart(units) {
  return html`
    <h4>告知书送达（两书同达）</h4>
    ${table(
      ['单位', '近一年须送达', '已送达', '尚未送达', '最早归集于'],
      units.map(one => [
        one.unit.name,
        one.opened,
        one.served,
        one.unserved,
        one.oldestUnserved ? moment(one.oldestUnserved) : '—'
      ]),
      '近一年没有须送达的处罚决定'
    )}
  `;
}

function officersPart(units) {
  const unnamed = units.filter(({ officers }) => !officers.length).length;
  return html`
    <h4>经办人联系网</h4>
    ${unnamed ? html`<p>${unnamed} 个单位尚未指定修复业务专员</p>` : ''}
    ${table(
      ['单位', '修复业务专员', '电话', '代班人', '代班电话'],
      units.flatMap(({ unit, officers }) =>
        officers.map(one => [
          unit.name,
          one.name,
          one.phone,
          one.deputyName ?? '—',
          one.deputyPhone ?? '—'
        ])
      ),
      '各单位均未指定修复业务专员'
    )}
  `;
}

function exportsPart(region, months) {
  const file = (text, path) => html`${link(text, url(supervision(region, path)))}　 `;
  return html`
    <h4>统计、考核和月报</h4>
    <p>
      ${link('办理统计', figuresAddress(region))}　
      ${file('部门考核（XLSX）', '/assessment?format=xlsx')}
      ${file('归集质量（XLSX）', '/data-quality?format=xlsx')}
      ${link('规则预览', url(`/rules/${region}`))}
    </p>
    <p>
      ${months.length ? '月度通报：' : '尚无月报'}
      ${months.map(month => file(month, `/months/${month}?format=pdf`))}
    </p>
  `;
}

async function calendarNote() {
  const [known, { today }] = await Promise.all([call('/api/v1/calendar/years'), me()]);
  const [year, month] = today.split('-').map(Number);
  const missing = month >= 11 && !known.years.includes(year + 1);
  return html`<p class=${missing ? 'cr-error' : ''}>
    工作日历已知至
    ${known.lastKnownDay}，此后的时限均为待核${missing ? `；${year + 1} 年节假日安排尚未导入` : ''}
  </p>`;
}

async function drawTrend(node, region) {
  const days = await call(supervision(region, '/trend?workingDays=30'));
  const echarts = await import(url('/webjars/echarts/echarts.esm.min.js'));
  const chart = echarts.init(node, null, { renderer: 'svg' });
  const bar = (name, color, value) => ({
    name,
    type: 'bar',
    stack: 'closed',
    color,
    data: days.map(value)
  });
  chart.setOption({
    animation: false,
    title: {
      text: '最近 30 个工作日',
      subtext: '非工作日办结的计入其前一工作日；新增超期含环节和平台推送，按次计',
      itemGap: 4,
      textStyle: { fontSize: 14 }
    },
    tooltip: { trigger: 'axis' },
    legend: { right: 10 },
    grid: { left: 45, right: 20, bottom: 30, top: 56 },
    xAxis: { type: 'category', data: days.map(day => day.day.substring(5)) },
    yAxis: { type: 'value', minInterval: 1 },
    series: [
      bar('按时办结（件）', '#067647', day => day.met),
      bar('超期办结（件）', '#b54708', day => day.late),
      { name: '新增超期（次）', type: 'line', color: '#b42318', data: days.map(day => day.missed) }
    ]
  });
  chart.on('click', ({ dataIndex, seriesType }) => {
    const { day } = days[dataIndex];
    location.assign(
      casesAddress(
        seriesType === 'line'
          ? { region, state: 'BREACHED' }
          : { region, scope: 'CLOSED', from: day, until: day }
      )
    );
  });
  new ResizeObserver(() => chart.resize()).observe(node);
}
