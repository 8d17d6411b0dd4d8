/** Tab of a process instance (时限与推送): its case or sharing, with acts of a supervisor. */
import { moment, stateNames } from '../../shared/limits.js';
import { call, engine, supervision } from '../../shared/server.js';
import { button, failed, html, render, table } from '../../shared/view.js';
import { facts, registers } from './case.js';
import { correct, extend, intervene, reassign, urge } from './interventions.js';
import { supervised } from './regions.js';

const CASE_KEY = /^[^-]+-\d{1,4}$/;

export async function instanceTab(node, api, instanceId) {
  const [instance, tasks, regions] = await Promise.all([
    engine(api, `/history/process-instance/${instanceId}`),
    engine(api, `/task?processInstanceId=${instanceId}`),
    supervised(),
    stateNames()
  ]);
  const region = regions.find(one => one.code === instance?.tenantId);
  if (!region) {
    render(html`<p>此流程不属于本督查地区</p>`, node);
    return;
  }
  const again = () => instanceTab(node, api, instanceId).catch(failed(node));
  const reference = instance.businessKey || '';
  const failures = (await call(supervision(region.code, '/failures'))).filter(
    one => one.reference === reference || one.reference?.startsWith(`${reference}-`)
  );
  const acts = html`
    ${tasks.map(task => taskActs(region, task, again))}
    <h4>失败的步骤</h4>
    ${failuresTable(region.code, failures, again)}
  `;
  const draw = CASE_KEY.test(reference) ? caseView : sharingView;
  const view = await draw(region.code, instance, acts, again);
  render(html`<section class="cr-section">${view}</section>`, node);
}

async function caseView(region, instance, acts, again) {
  const path = supervision(region, `/cases/${instance.businessKey}`);
  const found = await call(path);
  const act = (title, act) => button(title, () => intervene(title, path + act, again));
  const pause =
    instance.state === 'SUSPENDED' ? act('恢复办理', '/resumption') : act('中止', '/suspension');
  return html`
    ${facts(found)}
    ${instance.endTime
      ? ''
      : html`<div class="cr-bar">
          <strong>办件</strong> ${pause} ${act('更换流程版本', '/migration')}
        </div>`}
    ${acts} ${registers(found)}
  `;
}

async function sharingView(region, instance, acts, again) {
  const sharing = encodeURIComponent(instance.businessKey || '');
  const pushes = await call(supervision(region, `/pushes?sharingNo=${sharing}`));
  return html`
    ${acts}
    <h4>未送达的推送</h4>
    ${table(
      ['平台', '状态', '次数', '最近失败', ''],
      pushes.map(push => [
        push.platformName,
        push.statusName,
        push.attempts,
        push.lastError || '—',
        button('更正', () => correct(region, push, again))
      ]),
      '没有未送达的推送'
    )}
  `;
}

function taskActs(region, task, again) {
  const path = `/api/v1/regions/${region.code}/tasks/${task.id}`;
  return html`<div class="cr-bar">
    <strong>${task.name}</strong> 认领人：${task.assignee || '无'}
    ${button('督办', () => urge(path, again))}
    ${button('改派', () => reassign(path, region, again))}
    ${button('延长时限', () => extend(path, again))}
  </div>`;
}

const failuresTable = (region, failures, again) =>
  table(
    ['时间', '步骤', '原因', ''],
    failures.map(one => [
      moment(one.since),
      one.activity,
      one.message,
      button('重试', () =>
        intervene('重试', supervision(region, `/failures/${one.id}/retry`), again)
      )
    ]),
    '没有失败的步骤'
  );
