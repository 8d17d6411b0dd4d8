/** What is known of a case: facts, stages, pushes, acts of supervisors, consultations. */
import { left, limit, mark, moment } from '../../shared/limits.js';
import { html, nothing, table } from '../../shared/view.js';

/** A case whose clock stands still. */
export const PAUSED = html`<span class="cr-mark cr-paused">已中止</span>`;

const isPaused = ({ stages }) => stages.some(stage => stage.pausedAt && !stage.endedAt);

/** Whose case it is, about which record, and how it stands. */
export const facts = found => html`
  <p>${found.subject}（${found.subjectCode}）　${found.itemName}　${found.recordNo}</p>
  <p>
    办理单位：${found.unitName}　申请渠道：${found.channel}　申请时间：${moment(
      found.submittedAt
    )}　
    ${isPaused(found) ? PAUSED : mark(found.sla)}
    ${found.resultName
      ? html` 　结果：${[found.resultName, found.resultReason].filter(Boolean).join('，')}`
      : nothing}
  </p>
`;

/** Stages, pushes, acts of supervisors and consultations, each as a table. */
export const registers = found => html`
  <h4>各环节</h4>
  ${stagesTable(found.stages)}
  <h4>推送与回执</h4>
  ${pushesTable(found.pushes)}
  <h4>督办记录</h4>
  ${table(
    ['时间', '事项', '环节', '经办', '说明'],
    found.escalations.map(step => [
      moment(step.happenedAt),
      step.name,
      step.stageName,
      step.actorName || '系统',
      step.reason || '—'
    ]),
    '没有督办记录'
  )}
  <h4>对申请人的告知</h4>
  ${table(
    ['时间', '收件人', '送达', '内容'],
    found.notices.map(notice => [
      moment(notice.issuedAt),
      notice.receiver ?? '—',
      notice.deliveries.map(way => html`<p>${delivery(way)}</p>`),
      notice.body
    ]),
    '尚未告知'
  )}
  ${found.consultations.length
    ? html`<h4>会办</h4>
        ${consultationsTable(found.consultations)}`
    : nothing}
`;

/** How a message went by one way, and why it did not arrive. */
const delivery = ({ platformName, statusName, deliveredAt, lastError }) =>
  `${platformName}：${deliveredAt ? `${moment(deliveredAt)} 已接收` : statusName}${
    !deliveredAt && lastError ? `（${lastError}）` : ''
  }`;

function ending(stage) {
  if (stage.endedAt) {
    return moment(stage.endedAt);
  }
  return stage.pausedAt ? `中止于 ${moment(stage.pausedAt)}` : '办理中';
}

const stagesTable = stages =>
  table(
    ['环节', '开始', '时限', '结束', '用时（工作日）', '剩余', '状态', '经办', '结果和意见'],
    stages.map(stage => [
      stage.name,
      moment(stage.startedAt),
      limit(stage.dueAt, stage.certain) + (stage.addedDays ? `（顺延 ${stage.addedDays}）` : ''),
      ending(stage),
      stage.daysTaken,
      left(stage.daysLeft, stage.certain),
      mark(stage.sla),
      stage.actorName || (stage.endedAt ? '系统' : '—'),
      [stage.outcomeName, stage.remark].filter(Boolean).join('：') || '—'
    ])
  );

/** The number in a platform's receipt; the receipt itself if it has none. */
function receipt(text) {
  try {
    const { receiptNo } = JSON.parse(text);
    return receiptNo ?? '已收到';
  } catch {
    return text || '—';
  }
}

const pushesTable = pushes =>
  table(
    ['平台', '状态', '次数', '列入', '送达', '回执', '最近失败'],
    pushes.map(push => [
      push.platformName,
      push.statusName,
      push.attempts,
      moment(push.createdAt),
      moment(push.deliveredAt),
      receipt(push.receipt),
      push.lastError || '—'
    ]),
    '尚无推送'
  );

const consultationsTable = consultations =>
  table(
    ['单位', '问题', '期限', '意见', '送回'],
    consultations.map(asked => [
      asked.unit,
      asked.question,
      `${asked.workingDays} 个工作日`,
      asked.opinion || '尚未送回',
      moment(asked.answeredAt)
    ])
  );
