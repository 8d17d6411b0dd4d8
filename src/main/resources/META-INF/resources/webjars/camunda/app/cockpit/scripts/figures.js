/** Figures of a period of choice (办理统计), compared by unit, item, channel or month. */
import { moment } from '../../shared/limits.js';
import { call, me, supervision, url } from '../../shared/server.js';
import { failed, field, html, options, render, table } from '../../shared/view.js';
import { casesAddress, keep, kept, link, regionChoice, regionOf, supervised } from './regions.js';

const BY = { UNIT: '单位', ITEM: '事项', CHANNEL: '渠道', MONTH: '月份' };
/** What the list of cases calls them. */
const OF_CASES = { UNIT: 'unit', ITEM: 'item', CHANNEL: 'channel' };
const share = value =>
  value === null || value === undefined ? '—' : `${(value * 100).toFixed(1)}%`;
const days = value => (value === null || value === undefined ? '—' : Math.round(value * 10) / 10);

export async function figures(node) {
  const regions = await supervised();
  if (!regions.length) {
    throw new Error('办理统计供督查人员使用');
  }
  const asked = new URLSearchParams(location.hash.split('?')[1] || '');
  const { today } = await me();
  const query = {
    region: regionOf(Object.fromEntries(asked), regions).code,
    from: asked.get('from') ?? `${today.slice(0, 8)}01`,
    until: asked.get('until') ?? today,
    by: BY[asked.get('by')] ? asked.get('by') : 'UNIT',
    ...kept()
  };
  const body = document.createElement('div');
  const again = (changes = {}) => {
    Object.assign(query, changes);
    keep(query);
    draw();
    return drawFigures(body, query).catch(failed(body));
  };
  const day = name =>
    html`<input
      class="form-control"
      type="date"
      name=${name}
      .value=${query[name]}
      @change=${event => again({ [name]: event.target.value })}
    />`;
  const draw = () =>
    render(
      html`<section class="cr-section">
        <p>${link('← 返回首页', '#/dashboard')}</p>
        <h3>${regions.find(one => one.code === query.region).name}办理统计</h3>
        <div class="cr-bar">
          ${regionChoice(regions, query.region, region => again({ region }))}
          ${field('期间起', day('from'))} ${field('期间止', day('until'))}
          ${field(
            '比较',
            html`<select
              class="form-control"
              name="by"
              @change=${event => again({ by: event.target.value })}
            >
              ${options(
                Object.entries(BY).map(([code, name]) => [code, `按${name}`]),
                query.by
              )}
            </select>`
          )}
          ${['csv', 'xlsx'].map(format =>
            link(`导出 ${format.toUpperCase()}`, address(query, format))
          )}
        </div>
        ${body}
      </section>`,
      node
    );
  await again();
}

const path = ({ from, until, by }, format) =>
  `/statistics?${new URLSearchParams({ from, until, by, format })}`;

const address = (query, format) => url(supervision(query.region, path(query, format)));

/** What applicants say of how they were served. */
const ratingsPart = (region, { count, mean, comments }) => html`
  <h4>满意度</h4>
  <p>${count ? `${count} 件评价，平均 ${days(mean)} 分（满分 5 分）` : '此期间没有评价'}</p>
  ${comments.length
    ? table(
        ['申请', '评分', '意见', '评价时间'],
        comments.map(one => [
          link(one.applicationNo, casesAddress({ region, case: `${one.applicationNo}-1` })),
          `${one.score} 分`,
          one.comment,
          moment(one.ratedAt)
        ])
      )
    : ''}
`;

async function drawFigures(node, query) {
  const [rows, ratings] = await Promise.all([
    call(supervision(query.region, path(query, 'json'))),
    call(
      supervision(
        query.region,
        `/ratings?${new URLSearchParams({ from: query.from, until: query.until })}`
      )
    )
  ]);
  const chart = document.createElement('div');
  chart.className = 'cr-chart';
  const listed = (row, scope, more = {}) => ({
    region: query.region,
    scope,
    ...more,
    from: query.from,
    until: query.until,
    ...(OF_CASES[query.by] ? { [OF_CASES[query.by]]: row.code, named: row.name } : {}),
    ...(query.by === 'MONTH' ? monthOf(row.code, query) : {})
  });
  const closed = (text, row, more) =>
    row.closed ? link(text, casesAddress(listed(row, 'CLOSED', more))) : '—';
  const part = (count, row, result) => closed(share(count / row.closed), row, { result });
  render(
    html`
      ${chart}
      ${table(
        [
          BY[query.by],
          '收件',
          '办结',
          '按时率',
          '准予修复',
          '不予修复率',
          '不予受理率',
          '补正率',
          '平均（工作日）',
          '中位数',
          '九成不超过'
        ],
        rows.map(row => [
          row.name,
          row.received ? link(row.received, casesAddress(listed(row, 'RECEIVED'))) : '0',
          row.closed ? closed(row.closed, row) : '0',
          closed(share(1 - row.lateShare), row, { state: 'MET' }),
          row.repaired
            ? link(row.repaired, casesAddress(listed(row, 'CLOSED', { result: 'REPAIRED' })))
            : '0',
          part(row.refused, row, 'REFUSED'),
          part(row.rejected, row, 'REJECTED'),
          closed(share(row.correctedShare), row, { corrected: true }),
          days(row.meanDays),
          days(row.medianDays),
          days(row.ninetyPercentDays)
        ]),
        '此期间没有收件，也没有办结的事项，可另选期间。'
      )}
      ${ratingsPart(query.region, ratings)}
    `,
    node
  );
  await drawBars(chart, rows, row => location.assign(casesAddress(listed(row, 'CLOSED'))));
}

/** The days of a month that lie within the period. */
function monthOf(month, { from, until }) {
  const [year, number] = month.split('-').map(Number);
  const last = `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`;
  return { from: from > `${month}-01` ? from : `${month}-01`, until: until < last ? until : last };
}

async function drawBars(node, rows, open) {
  const echarts = await import(url('/webjars/echarts/echarts.esm.min.js'));
  const chart = echarts.init(node, null, { renderer: 'svg' });
  const shown = rows.filter(row => row.closed || row.received).slice(0, 36);
  const bar = (name, color, value) => ({
    name,
    type: 'bar',
    stack: 'closed',
    barMaxWidth: 48,
    color,
    data: shown.map(value)
  });
  chart.setOption({
    animation: false,
    tooltip: { trigger: 'axis' },
    legend: { right: 10 },
    grid: { left: 45, right: 20, bottom: 60, top: 30 },
    xAxis: {
      type: 'category',
      data: shown.map(row => row.name),
      axisLabel: { interval: 0, width: 110, overflow: 'break' }
    },
    yAxis: { type: 'value', minInterval: 1 },
    series: [
      bar('按时办结', '#067647', row => Math.round(row.closed * (1 - row.lateShare))),
      bar('超期办结', '#b54708', row => Math.round(row.closed * row.lateShare)),
      { ...bar('收件', '#1d5aa8', row => row.received), stack: 'received' }
    ]
  });
  chart.on('click', ({ dataIndex }) => open(shown[dataIndex]));
  new ResizeObserver(() => chart.resize()).observe(node);
}
