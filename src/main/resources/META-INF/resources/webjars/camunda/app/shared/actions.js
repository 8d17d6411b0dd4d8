/** Acts about a task that is open: 转办, 会办, 抄送, 意见模板. */
import { call, humanTasks, settings } from './server.js';
import {
  ask,
  button,
  field,
  html,
  narrowedSelect,
  nothing,
  render,
  select,
  textarea,
  workingDays
} from './view.js';

const text = (form, name) => form.get(name)?.trim() || null;
const ofTask = (region, taskId, path) => `/api/v1/regions/${region.code}/tasks/${taskId}${path}`;

const otherUnits = region =>
  region.units.filter(unit => unit.code !== region.unit?.code).map(unit => [unit.code, unit.name]);

const nameOf = (pairs, code) => pairs.find(([other]) => other === code)?.[1] ?? code;

/** Asks for the unit or colleague that takes over, and why; people and units by name. */
function askRecipient({ title, own, units, people, send }) {
  const content = document.createElement('div');
  const unitField = units.length
    ? field(
        '接办单位',
        narrowedSelect('unit', [['', own], ...units], code => draw(code))
      )
    : nothing;
  const draw = unit =>
    render(
      html`
        ${unitField}
        ${unit ? nothing : field('接办人 *', select('account', [['', '请选择…'], ...people]))}
        ${field('理由 *', textarea('reason'))}
      `,
      content
    );
  draw('');
  ask({
    title,
    content,
    send: form => {
      const to = {
        unit: text(form, 'unit'),
        account: text(form, 'account'),
        reason: form.get('reason')
      };
      return send(to, to.unit ? nameOf(units, to.unit) : nameOf(people, to.account));
    }
  });
}

/** Asks to which unit or colleague work is handed over (转办). */
export async function askTransfer(region, send) {
  const colleagues = await call(`/api/v1/regions/${region.code}/colleagues`);
  askRecipient({
    title: '转办',
    own: '（本单位同事）',
    units: otherUnits(region),
    people: colleagues.map(one => [one.account, one.name]),
    send
  });
}

function transfer(region, taskId, done) {
  return askTransfer(region, async (to, name) => {
    await call(ofTask(region, taskId, '/transfer'), 'POST', to);
    done(`已转办至${name}`);
  });
}

async function consult(region, taskId, done) {
  const { consultationWorkingDays } = await settings();
  const units = otherUnits(region);
  ask({
    title: '会办',
    content: html`
      ${field('征求意见的单位 *', narrowedSelect('unit', units))}
      ${field('答复期限（工作日）', workingDays(3, consultationWorkingDays))}
      ${field('问题 *', textarea('question'))}
    `,
    sendText: '征求意见',
    send: async form => {
      await call(ofTask(region, taskId, '/consultations'), 'POST', {
        unit: form.get('unit'),
        workingDays: Number(form.get('workingDays')),
        question: form.get('question')
      });
      done(`已向${nameOf(units, form.get('unit'))}征求意见，答复后可在本页查看`);
    }
  });
}

/** A list of units with boxes, narrowed by any part of a name. */
function unitBoxes(units) {
  const node = document.createElement('div');
  const narrow = event => {
    for (const label of node.querySelectorAll('label[data-name]')) {
      const { checked } = label.querySelector('input');
      label.hidden = !checked && !label.dataset.name.includes(event.target.value.trim());
    }
  };
  render(
    html`<input
        class="form-control"
        type="search"
        aria-label="按名称筛选单位"
        placeholder="按名称筛选"
        @input=${narrow}
        @keydown=${event => event.key === 'Enter' && event.preventDefault()}
      />
      <div class="cr-boxes">
        ${units.map(
          ([code, name]) =>
            html`<label data-name=${name}>
              <input type="checkbox" name="units" value=${code} /> ${name}
            </label>`
        )}
      </div>`,
    node
  );
  return node;
}

function copy(region, taskId, done) {
  const units = otherUnits(region);
  ask({
    title: '抄送',
    content: html`
      <fieldset class="cr-field">
        <legend>抄送单位（可多选） *</legend>
        ${unitBoxes(units)}
      </fieldset>
      ${field('说明', textarea('note', 2))}
    `,
    send: async form => {
      const chosen = form.getAll('units');
      await call(ofTask(region, taskId, '/copies'), 'POST', {
        units: chosen,
        note: text(form, 'note')
      });
      done(`已抄送${chosen.map(code => nameOf(units, code)).join('、')}`);
    }
  });
}

/** The unit's own templates: added, changed, deleted. */
async function manageTemplates(region, taskId, done) {
  const path = `/api/v1/regions/${region.code}/comment-templates`;
  const outcomes = new Map(
    (await humanTasks()).flatMap(task => task.outcomes).map(one => [one.code, one.name])
  );
  const list = document.createElement('div');
  const edit = template =>
    ask({
      title: template.id ? '修改模板' : '新增模板',
      content: html`
        ${field('适用的结果', select('outcome', [...outcomes], template.outcome))}
        ${field(
          '标题 *',
          html`<input
            class="form-control"
            name="title"
            type="text"
            maxlength="60"
            value=${template.title}
          />`
        )}
        ${field(
          '意见 *',
          html`<textarea
            class="form-control"
            name="body"
            rows="4"
            .value=${template.body}
          ></textarea>`
        )}
      `,
      sendText: '保存',
      send: async form => {
        const address = template.id ? `${path}/${template.id}` : path;
        await call(address, template.id ? 'PUT' : 'POST', Object.fromEntries(form));
        await draw();
      }
    });
  const remove = template =>
    ask({
      title: '删除模板',
      content: html`<p>“${template.title}”是本单位共用的模板，删除后不能恢复。</p>`,
      sendText: '删除',
      send: async () => {
        await call(`${path}/${template.id}`, 'DELETE');
        await draw();
      }
    });
  const draw = async () => {
    const own = (await call(path)).filter(template => template.id);
    render(
      html`
        ${own.length
          ? html`<table class="cr-table">
              <tbody>
                ${own.map(
                  one =>
                    html`<tr>
                      <td>${outcomes.get(one.outcome)}</td>
                      <td>${one.title}</td>
                      <td>${one.body}</td>
                      <td>
                        ${button('修改', () => edit(one))} ${button('删除', () => remove(one))}
                      </td>
                    </tr>`
                )}
              </tbody>
            </table>`
          : html`<p>本单位还没有自己的模板；通用模板在办理时直接选用。</p>`}
        ${button('新增模板', () => edit({ title: '', body: '' }))}
      `,
      list
    );
  };
  await draw();
  ask({ title: '意见模板', content: list, wide: true, closed: () => done('') });
}

/**
 * Asks who is to take over from whoever has a task now (改派).
 *
 * @param units that may take it besides people of its own unit
 */
export async function askReassignment(region, taskId, units, done) {
  const people = await call(ofTask(region, taskId, '/colleagues'));
  askRecipient({
    title: '改派',
    own: '（原单位人员）',
    units: units.map(unit => [unit.code, unit.name]),
    people: people.map(one => [one.account, one.name]),
    send: async (to, name) => {
      await call(ofTask(region, taskId, '/reassignment'), 'POST', to);
      done(`已改派给${name}`);
    }
  });
}

/** What whoever leads a unit may do about its tasks, by the names of their links. */
export const ACTIONS_OF_HEADS = {
  改派: (region, taskId, done) => askReassignment(region, taskId, [], done)
};

/** By the names of their links. */
export const ACTIONS = {
  转办: transfer,
  会办: consult,
  抄送: copy,
  意见模板: manageTemplates
};
