/** What a supervisor may do about a process: with its case, its tasks, its failed steps. */
import { askReassignment } from '../../shared/actions.js';
import { moment } from '../../shared/limits.js';
import { call, supervision, url } from '../../shared/server.js';
import { button, html, live, table } from '../../shared/view.js';
import { correct, extend, intervene, retrySeveral, urge } from './interventions.js';
import { casesAddress, link } from './regions.js';

export const CASE_KEY = /^\d{10,}-\d{1,4}$/;
const CORRECTED = '已更正并重新推送，平台的答复稍后可见。';

/**
 * The acts about an instance; nothing but its failed steps once it has ended.
 *
 * @param again draws anew, and says what was done
 */
export async function actsAbout(region, instance, again) {
  const reference = instance.businessKey || '';
  const [tasks, failures] = await Promise.all([
    call(supervision(region.code, `/tasks?${new URLSearchParams({ reference })}`)),
    call(supervision(region.code, '/failures'))
  ]);
  const failed = failures.filter(
    one => one.reference === reference || one.reference?.startsWith(`${reference}-`)
  );
  const sharings = [...new Set(failed.map(one => one.reference))].filter(one => one !== reference);
  const pushes = await Promise.all(sharings.map(one => pushesOf(region.code, one, again)));
  return html`
    ${CASE_KEY.test(reference) ? caseActs(region, instance, again) : ''}
    ${tasks.map(task => taskActs(region, task, again))}
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
        button('更正', () => correct(region, push, () => again(CORRECTED)))
      ]),
      '没有未送达的推送'
    )}
  `;
}

function caseActs(region, instance, again) {
  const path = supervision(region.code, `/cases/${instance.businessKey}`);
  const act = (title, address) =>
    button(title, () => intervene(title, path + address, () => again(`已${title}。`)));
  return html`<div class="cr-bar">
    <strong>办件</strong>
    ${instance.endTime
      ? ''
      : html`${instance.state === 'SUSPENDED'
          ? act('恢复办理', '/resumption')
          : act('中止', '/suspension')}
        ${act('更换流程版本', '/migration')}`}
    <a
      href=${instance.endTime
        ? `#/process-definition/${instance.processDefinitionId}`
        : `#/process-instance/${instance.id}`}
      >打开流程图</a
    >
    <a target="_blank" href=${url(`/cases/${instance.businessKey}`)}>办件内容和材料</a>
  </div>`;
}

function taskActs(region, task, again) {
  const path = `/api/v1/regions/${region.code}/tasks/${task.taskId}`;
  return html`<div class="cr-bar">
    <strong>${task.stageName}</strong>
    ${task.assigneeName ? `由 ${task.assigneeName} 办理` : '未认领'}
    ${task.suspended
      ? '办件已中止，恢复办理后再督办、改派'
      : html`${button('督办', () => urge(path, () => again('已督办。')))}
        ${button('改派', () =>
          askReassignment(region, task.taskId, region.units, said => again(`${said}。`))
        )}
        ${task.notExtensible ?? button('延长时限', () => extend(path, () => again('已延长时限。')))}`}
  </div>`;
}

/** Failed steps; the push of one is corrected here too. */
export const failuresTable = (region, failures, again) => {
  const chosen = new Set();
  const box = one =>
    html`<input
      type="checkbox"
      aria-label=${`选择 ${one.reference} ${one.platformName ?? one.activityName}`}
      .checked=${live(chosen.has(one.id))}
      @change=${event => chosen[event.target.checked ? 'add' : 'delete'](one.id)}
    />`;
  const list = failuresList(region, failures, again, box);
  return failures.length > 1
    ? html`<div class="cr-bar">
          ${button('重试所选', () => retrySeveral(region, [...chosen], again))}
          ${button('全部重试', () =>
            retrySeveral(
              region,
              failures.map(one => one.id),
              again
            )
          )}
        </div>
        ${list}`
    : list;
};

const failuresList = (region, failures, again, box) =>
  table(
    ['', '时间', '关联', '步骤', '平台', '原因', '处理建议', ''],
    failures.map(one => [
      box(one),
      moment(one.since),
      about(region, one.reference),
      one.activityName,
      one.platformName || '—',
      one.message,
      one.advice,
      html`${button('重试', () =>
        intervene(
          `重试：${one.platformName ?? one.activityName}`,
          supervision(region, `/failures/${one.id}/retry`),
          () => again('已重试，结果稍后可见。'),
          '理由 *',
          '重试'
        )
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
    correct(region, push, () => again(CORRECTED));
  } else {
    again('该推送已送达。');
  }
}
