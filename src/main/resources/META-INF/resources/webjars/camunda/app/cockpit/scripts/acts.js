/** What a supervisor may do about a process: with its case, its tasks, its failed steps. */
import { askReassignment } from '../../shared/actions.js';
import { moment } from '../../shared/limits.js';
import { call, engine, supervision } from '../../shared/server.js';
import { button, html, table } from '../../shared/view.js';
import { correct, extend, intervene, urge } from './interventions.js';
import { casesAddress, link } from './regions.js';

export const CASE_KEY = /^\d{10,}-\d{1,4}$/;

/** Whether the limit of the stage that a case is in has passed. */
export const isLate = ({ stages }) =>
  stages.some(stage => !stage.endedAt && stage.sla === 'BREACHED');

/** The acts about an instance; nothing but its failed steps once it has ended. */
export async function actsAbout(region, api, instance, late, again) {
  const reference = instance.businessKey || '';
  const [tasks, failures] = await Promise.all([
    engine(api, `/task?processInstanceId=${instance.id}`),
    call(supervision(region.code, '/failures'))
  ]);
  const failed = failures.filter(
    one => one.reference === reference || one.reference?.startsWith(`${reference}-`)
  );
  const sharings = [...new Set(failed.map(one => one.reference))].filter(one => one !== reference);
  const pushes = await Promise.all(sharings.map(one => pushesOf(region.code, one, again)));
  return html`
    ${CASE_KEY.test(reference) && !instance.endTime ? caseActs(region, instance, again) : ''}
    ${(tasks ?? []).map(task => taskActs(region, task, late, again))}
    ${failed.length
      ? html`<h4>失败的步骤</h4>
          ${failuresTable(region.code, failed, again)}`
      : ''}
    ${pushes}
  `;
}

/** What platforms have not taken in of one sharing; the fields of each can be corrected. */
export async function pushesOf(region, sharingNo, again) {
  const pushes = await call(supervision(region, `/pushes?${new URLSearchParams({ sharingNo })}`));
  return html`
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

function caseActs(region, instance, again) {
  const path = supervision(region.code, `/cases/${instance.businessKey}`);
  const act = (title, address) => button(title, () => intervene(title, path + address, again));
  return html`<div class="cr-bar">
    <strong>办件</strong>
    ${instance.state === 'SUSPENDED' ? act('恢复办理', '/resumption') : act('中止', '/suspension')}
    ${act('更换流程版本', '/migration')}
    <a href=${`#/process-instance/${instance.id}`}>打开流程图</a>
  </div>`;
}

function taskActs(region, task, late, again) {
  const path = `/api/v1/regions/${region.code}/tasks/${task.id}`;
  return html`<div class="cr-bar">
    <strong>${task.name}</strong> ${task.assignee ? '已认领' : '未认领'}
    ${button('督办', () => urge(path, again))}
    ${button('改派', () => askReassignment(region, task.id, region.units, again))}
    ${late ? '已超期，不能再延长时限' : button('延长时限', () => extend(path, again))}
  </div>`;
}

/** Failed steps; the push of one is corrected here too. */
export const failuresTable = (region, failures, again) =>
  table(
    ['时间', '关联', '步骤', '平台', '原因', '处理建议', ''],
    failures.map(one => [
      moment(one.since),
      about(region, one.reference),
      one.activityName,
      one.platformName || '—',
      one.message,
      one.advice,
      html`${button('重试', () =>
        intervene('重试', supervision(region, `/failures/${one.id}/retry`), again)
      )}
      ${one.kind === 'PUSH' ? button('更正', () => correctPush(region, one, again)) : ''}`
    ]),
    '没有失败的步骤'
  );

/** The number of a case leads to it; so does that of a sharing, which begins with the case's. */
function about(region, reference) {
  const key = reference?.match(/^\d{10,}-\d{1,4}/)?.[0];
  return key
    ? html`<span class="cr-nowrap">${link(key, casesAddress({ region, case: key }))}</span>`
    : reference;
}

async function correctPush(region, failure, again) {
  const query = new URLSearchParams({ sharingNo: failure.reference });
  const pushes = await call(supervision(region, `/pushes?${query}`));
  const push = pushes.find(one => one.platform === failure.platform);
  if (push) {
    correct(region, push, again);
  } else {
    again();
  }
}
