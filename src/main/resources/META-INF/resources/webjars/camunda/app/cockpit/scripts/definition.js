/** Tab of a process definition (环节用时): how long its stages took. */
import { call, engine, me, supervision } from '../../shared/server.js';
import { failed, field, html, options, render, table } from '../../shared/view.js';
import { regionChoice, supervised } from './regions.js';

const DAY = 86_400_000;
const PERIODS = [
  ['30', '最近 30 日'],
  ['90', '最近 90 日'],
  ['365', '最近一年']
];

export async function definitionTab(node, api, definitionId) {
  const [definition, regions, { today }] = await Promise.all([
    engine(api, `/process-definition/${definitionId}`),
    supervised(),
    me()
  ]);
  if (!regions.length) {
    render(html`<p>供督查人员使用</p>`, node);
    return;
  }
  const chosen = { region: regions[0].code, days: PERIODS[0][0] };
  const body = document.createElement('div');
  const draw = async () => {
    const start = new Date(Date.parse(today) - Number(chosen.days) * DAY);
    const from = start.toISOString().substring(0, 10);
    const query = `/stages?path=${definition.key}&from=${from}`;
    const stages = await call(supervision(chosen.region, query));
    render(stagesTable(stages), body);
  };
  const change = name => value => {
    chosen[name] = value;
    draw().catch(failed(body));
  };
  render(
    html`<section class="cr-section">
      <div class="cr-bar">
        ${regionChoice(regions, chosen.region, change('region'))}
        ${field(
          '期间',
          html`<select class="form-control" @change=${event => change('days')(event.target.value)}>
            ${options(PERIODS, chosen.days)}
          </select>`
        )}
      </div>
      ${body}
    </section>`,
    node
  );
  await draw();
}

const stagesTable = stages =>
  table(
    ['环节', '已结束', '平均（工作日）', '中位数', '九成不超过'],
    stages.map(stage => [
      stage.name,
      stage.ended,
      stage.meanDays.toFixed(1),
      stage.medianDays,
      stage.mostDays
    ]),
    '期间没有办结的事项'
  );
