/** Acts of a supervisor, each with a reason: 督办, 改派, 延长时限, retry, correction of a push. */
import { call, settings, supervision } from '../../shared/server.js';
import { ask, field, html, select, textarea, workingDays } from '../../shared/view.js';

const reasonField = field('理由 *', textarea('reason'));

/** Asks for a reason and posts it. */
export function intervene(title, path, done, label = '理由 *', sendText = title) {
  ask({
    title,
    content: field(label, textarea('reason')),
    sendText,
    send: async form => {
      await call(path, 'POST', { reason: form.get('reason') });
      done();
    }
  });
}

export const urge = (task, done) => intervene('督办', `${task}/urging`, done, '要求和理由 *');

/** Retries several failed steps by one reason; what is refused is said. */
export function retrySeveral(region, ids, done) {
  if (!ids.length) {
    ask({ title: '重试', content: html`<p>请先勾选失败的步骤。</p>` });
    return;
  }
  ask({
    title: `重试 ${ids.length} 个失败的步骤`,
    content: reasonField,
    sendText: '重试',
    send: async form => {
      const body = { reason: form.get('reason') };
      if (!body.reason.trim()) {
        throw new Error('须写明理由');
      }
      const refused = [];
      for (const id of ids) {
        await call(supervision(region, `/failures/${id}/retry`), 'POST', body).catch(error =>
          refused.push(error.message)
        );
      }
      done(
        [`已重试 ${ids.length - refused.length} 个，结果稍后可见。`, ...new Set(refused)].join('')
      );
    }
  });
}

/**
 * The open tasks of several cases, one after the other. What is refused does not keep the others
 * back; it is said at the end, and the request fails so that the dialog stays, for them alone.
 */
async function toEach(several, act, body) {
  const { region, cases, done } = several;
  if (!body.reason.trim()) {
    throw new Error('须写明理由');
  }
  const refused = new Map();
  for (const key of cases) {
    const query = new URLSearchParams({ reference: key });
    const tasks = await call(supervision(region.code, `/tasks?${query}`));
    for (const { taskId } of tasks) {
      await call(`/api/v1/regions/${region.code}/tasks/${taskId}${act}`, 'POST', body).catch(
        error => refused.set(key, error.message)
      );
    }
    if (!tasks.length) {
      refused.set(key, '没有待办任务');
    }
  }
  const acted = cases.length - refused.size;
  several.cases = cases.filter(key => refused.has(key));
  await done(acted ? `已办 ${acted} 件。` : '');
  if (refused.size) {
    const said = [...refused].map(([key, why]) => `${key}（${why}）`).join('，');
    throw new Error(`已办 ${acted} 件，未办 ${refused.size} 件：${said}`);
  }
}

const chosenOf = ({ cases }, title, dialog) =>
  cases.length ? dialog() : ask({ title, content: html`<p>请先勾选办件。</p>` });

/** Urges several cases by one reason (批量督办). */
export const urgeSeveral = several =>
  chosenOf(several, '督办', () =>
    ask({
      title: `督办 ${several.cases.length} 件`,
      content: field('要求和理由 *', textarea('reason')),
      sendText: '督办',
      send: form => toEach(several, '/urging', { reason: form.get('reason') })
    })
  );

/** Gives several cases to another unit (批量改派). */
export const reassignSeveral = several =>
  chosenOf(several, '改派', () =>
    ask({
      title: `改派 ${several.cases.length} 件`,
      content: html`
        ${field(
          '改由单位',
          select(
            'unit',
            several.region.units.map(one => [one.code, one.name])
          )
        )}
        ${reasonField}
      `,
      sendText: '改派',
      send: form => toEach(several, '/reassignment', Object.fromEntries(form))
    })
  );

/** Extends the limits of several cases by the same number of days (批量延长). */
export const extendSeveral = several =>
  chosenOf(several, '延长时限', async () => {
    const { extensionWorkingDays } = await settings();
    ask({
      title: `延长 ${several.cases.length} 件的时限`,
      content: html`
        ${field('延长（工作日）', workingDays(1, extensionWorkingDays))} ${reasonField}
      `,
      sendText: '延长',
      send: form =>
        toEach(several, '/extension', {
          workingDays: Number(form.get('workingDays')),
          reason: form.get('reason')
        })
    });
  });

export async function extend(task, done) {
  const { extensionWorkingDays } = await settings();
  const offered = Math.min(5, extensionWorkingDays);
  ask({
    title: '延长时限',
    content: html`
      ${field('延长（工作日）', workingDays(offered, extensionWorkingDays))} ${reasonField}
    `,
    sendText: '延长',
    send: async form => {
      await call(`${task}/extension`, 'POST', {
        workingDays: Number(form.get('workingDays')),
        reason: form.get('reason')
      });
      done();
    }
  });
}

/** The case that a push is about, by its key. */
const caseOf = push => push.idempotencyKey.match(/^\d+-\d+/)?.[0] ?? push.idempotencyKey;

/** Corrects the texts of a push that a platform refuses; it is sent again at once. */
export function correct(region, push, done) {
  ask({
    title: `更正推送至${push.platformName}的内容`,
    content: html`
      <p>办件 ${caseOf(push)}${push.lastError ? `　平台答复：${push.lastError}` : ''}</p>
      ${push.texts.map(text =>
        field(
          text.name,
          html`<input class="form-control" type="text" name=${text.field} value=${text.value} />`
        )
      )}
      ${reasonField}
    `,
    sendText: '更正并重新推送',
    send: async form => {
      const changed = push.texts
        .filter(text => text.value !== form.get(text.field))
        .map(text => [text.field, form.get(text.field)]);
      await call(supervision(region, `/pushes/${push.idempotencyKey}/correction`), 'POST', {
        fields: Object.fromEntries(changed),
        reason: form.get('reason')
      });
      done();
    }
  });
}
