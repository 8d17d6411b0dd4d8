/** Acts of a supervisor, each with a reason: 督办, 改派, 延长时限, retry, correction of a push. */
import { askRecipient } from '../../shared/actions.js';
import { call, engine, settings, supervision } from '../../shared/server.js';
import { ask, field, html, textarea, workingDays } from '../../shared/view.js';

const reasonField = field('理由', textarea('reason'));

/** Asks for a reason and posts it. */
export function intervene(title, path, done, label = '理由') {
  ask({
    title,
    content: field(label, textarea('reason')),
    send: async form => {
      await call(path, 'POST', { reason: form.get('reason') });
      done();
    }
  });
}

export const urge = (task, done) => intervene('督办', `${task}/urging`, done, '要求和理由');

/** Urges the open tasks of several cases by one reason (批量督办). */
export function urgeSeveral(api, region, cases, done) {
  if (!cases.length) {
    ask({ title: '督办', content: html`<p>请先勾选办件。</p>` });
    return;
  }
  ask({
    title: `督办 ${cases.length} 件`,
    content: field('要求和理由 *', textarea('reason')),
    sendText: '督办',
    send: async form => {
      for (const key of cases) {
        const tasks = await engine(api, `/task?processInstanceBusinessKey=${key}`);
        for (const { id } of tasks ?? []) {
          await call(`/api/v1/regions/${region}/tasks/${id}/urging`, 'POST', {
            reason: form.get('reason')
          });
        }
      }
      done();
    }
  });
}

export async function reassign(task, region, done) {
  const people = (await call(`${task}/colleagues`)).map(one => [one.account, one.name]);
  askRecipient({
    title: '改派',
    own: '（原单位人员）',
    units: region.units.map(unit => [unit.code, unit.name]),
    people,
    send: async to => {
      await call(`${task}/reassignment`, 'POST', to);
      done();
    }
  });
}

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

/** Corrects the texts of a push that a platform refuses; it is sent again at once. */
export function correct(region, push, done) {
  ask({
    title: '更正推送内容',
    content: html`
      ${Object.entries(push.texts).map(([name, value]) =>
        field(
          push.names[name],
          html`<input class="form-control" type="text" name=${name} value=${value} />`
        )
      )}
      ${reasonField}
    `,
    sendText: '更正并重新推送',
    send: async form => {
      const changed = Object.entries(push.texts)
        .map(([name, value]) => [name, value, form.get(name)])
        .filter(([, before, after]) => before !== after)
        .map(([name, , after]) => [name, after]);
      await call(supervision(region, `/pushes/${push.idempotencyKey}/correction`), 'POST', {
        fields: Object.fromEntries(changed),
        reason: form.get('reason')
      });
      done();
    }
  });
}
