/** Actions of a reviewer beside the form of a task: 转办, 会办, 抄送, 意见模板. */
import { call, engine, humanTasks, me, settings } from '../../shared/server.js';
import { ask, field, html, options, select, textarea, workingDays } from '../../shared/view.js';

/** The regions in which the login belongs to a unit. */
export const myRegions = async () => (await me()).regions.filter(region => region.unit);

/** Runs an action on the open task, if its region is one of the login's own. */
export async function withOpenTask(api, run) {
  // Tasklist 7.24 gives its plugins no task; the address names it.
  const taskId = new URLSearchParams(location.hash.split('?')[1]).get('task');
  const task = await engine(api, `/task/${taskId}`);
  const region = (await myRegions()).find(one => one.code === task?.tenantId);
  if (region) {
    await run(region, taskId);
  } else {
    ask({ title: '任务', content: html`<p>本账号不属于该地区的办理单位。</p>` });
  }
}

const text = (form, name) => form.get(name).trim() || null;
const ofTask = (region, taskId, path) => `/api/v1/regions/${region.code}/tasks/${taskId}${path}`;

const otherUnits = region =>
  region.units.filter(unit => unit.code !== region.unit?.code).map(unit => [unit.code, unit.name]);

/** Asks for the unit or colleague that takes over, and why. */
export function askRecipient(region, send) {
  ask({
    title: '转办',
    content: html`
      ${field('接办单位', select('unit', [['', '（转给本单位同事）'], ...otherUnits(region)]))}
      ${field(
        '或本单位接办人的账号',
        html`<input class="form-control" name="account" type="text" />`
      )}
      ${field('理由', textarea('reason'))}
    `,
    send: form =>
      send({
        unit: text(form, 'unit'),
        account: text(form, 'account'),
        reason: form.get('reason')
      })
  });
}

function transfer(region, taskId) {
  askRecipient(region, to => call(ofTask(region, taskId, '/transfer'), 'POST', to));
}

async function consult(region, taskId) {
  const { consultationWorkingDays } = await settings();
  ask({
    title: '会办',
    content: html`
      ${field('征求意见的单位', select('unit', otherUnits(region)))}
      ${field('答复期限（工作日）', workingDays(3, consultationWorkingDays))}
      ${field('问题', textarea('question'))}
    `,
    sendText: '征求意见',
    send: form =>
      call(ofTask(region, taskId, '/consultations'), 'POST', {
        unit: form.get('unit'),
        workingDays: Number(form.get('workingDays')),
        question: form.get('question')
      })
  });
}

function copy(region, taskId) {
  ask({
    title: '抄送',
    content: html`
      ${field(
        '抄送单位（可多选）',
        html`<select class="form-control" name="units" multiple size="8">
          ${options(otherUnits(region))}
        </select>`
      )}
      ${field('说明', textarea('note', 2))}
    `,
    send: form =>
      call(ofTask(region, taskId, '/copies'), 'POST', {
        units: form.getAll('units'),
        note: text(form, 'note')
      })
  });
}

/** Writes into the comment of the open form, so that the form notices. */
function fillComment(body) {
  const comment = document.querySelector('.fjs-form textarea');
  if (!comment || comment.disabled) {
    throw new Error('请先认领任务，再填入意见');
  }
  // form-js as of Camunda 7.24 listens to input events of the native setter only.
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(comment, body);
  comment.dispatchEvent(new Event('input', { bubbles: true }));
}

async function useTemplate(region) {
  const path = `/api/v1/regions/${region.code}/comment-templates`;
  const [templates, tasks] = await Promise.all([call(path), humanTasks()]);
  const outcomes = tasks.flatMap(task => task.outcomes);
  const nameOf = code => outcomes.find(outcome => outcome.code === code)?.name ?? code;
  const choose = event => {
    const chosen = templates[event.target.value];
    event.target.form.elements.body.value = chosen ? chosen.body : '';
  };
  ask({
    title: '意见模板',
    content: html`
      ${field(
        '模板',
        html`<select class="form-control" name="template" @change=${choose}>
          ${options([
            ['', '请选择…'],
            ...templates.map((one, i) => [i, `${nameOf(one.outcome)}：${one.title}`])
          ])}
        </select>`
      )}
      ${field('意见', textarea('body', 4))}
      ${field(
        '标题',
        html`<input
          class="form-control"
          name="title"
          type="text"
          placeholder="另存为本单位模板时填写标题"
        />`
      )}
    `,
    sendText: '填入意见',
    send: async form => {
      const body = form.get('body');
      const title = text(form, 'title');
      if (title) {
        const outcome = templates[form.get('template')]?.outcome ?? outcomes[0].code;
        await call(path, 'POST', { outcome, title, body });
      }
      fillComment(body);
    }
  });
}

/** By the names of their links. */
export const ACTIONS = { 转办: transfer, 会办: consult, 抄送: copy, 意见模板: useTemplate };
