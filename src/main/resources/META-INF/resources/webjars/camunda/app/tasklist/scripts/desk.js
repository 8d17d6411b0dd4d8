/** Tasklist's plugin for reviewers: several tasks at once, handing over, asking, copies, messages. */
import { ask, call, el, field, humanTasks, left, limit, mark, outcomeName, select, showMessages, table } from '../../shared/staff.js';

let me;
const whoAmI = async () => me ??= await call('/api/v1/me');
const myRegions = async () => (await whoAmI()).regions.filter(region => region.unit);

/** Does something with the task that is open, if it is one of the reader's own region. */
async function withOpenTask(api, action) {
  const taskId = new URLSearchParams(location.hash.split('?')[1]).get('task');
  const task = await (await fetch(api.engineApi + '/task/' + taskId)).json();
  const region = (await myRegions()).find(one => one.code === task.tenantId);
  if (region) {
    action(region, taskId);
  } else {
    ask('任务', el('p', {}, '本账号不属于该地区的办理单位。'), null, () => {});
  }
}

const textarea = (rows = 3) => el('textarea', { class: 'form-control', rows });

/** The tasks of a region with a box for each, several of which are claimed or finished at once. */
async function showBatch() {
  const regions = await myRegions();
  if (!regions.length) {
    ask('批量办理', el('p', {}, '本账号不属于任何办理单位。'), null, () => {});
    return;
  }
  const answers = await humanTasks();
  const outcomesOf = code => answers.get(code)?.outcomes ?? [];
  const refusals = [...answers.values()].flatMap(task => task.outcomes).filter(one => one.refusal).map(one => one.code);
  const reasons = [...answers.values()].find(task => task.refusalReasons.length).refusalReasons.map(one => [one.code, one.name]);
  const base = '/api/v1/regions/' + regions[0].code + '/tasks';
  const rows = new Map();
  const list = el('div', { class: 'cr-scroll' });
  const stage = select([['', '全部环节']]);
  const comment = textarea(2);
  const outcome = select([]);
  const reason = select([['', '（不选）'], ...reasons]);
  const reasonField = field('理由类别', reason);
  const templates = select([['', '套用意见模板…']]);
  const report = el('p', { role: 'status', class: 'cr-report' });
  let tasks = [];
  let known = [];

  const chosen = () => [...rows.values()].filter(row => row.box.checked);
  const shown = () => tasks.filter(task => !stage.value || task.stage === stage.value);
  const offer = () => {
    outcome.replaceChildren(...outcomesOf(stage.value).map(one => el('option', { value: one.code }, one.name)));
    offerTemplates();
  };
  const offerTemplates = () => {
    reasonField.hidden = !refusals.includes(outcome.value);
    templates.replaceChildren(el('option', { value: '' }, '套用意见模板…'),
      ...known.filter(one => one.outcome === outcome.value).map(one => el('option', { value: one.body }, one.title)));
  };
  const draw = () => {
    rows.clear();
    const all = el('input', {
      type: 'checkbox', 'aria-label': '全选',
      change: () => rows.forEach(row => { row.box.checked = all.checked; })
    });
    list.replaceChildren(table([all, '办件', '申请主体', '环节', '认领人', '时限', '剩余', '状态', '结果'],
      shown().map(task => {
        const box = el('input', { type: 'checkbox', 'aria-label': task.reference });
        const result = el('span', {});
        rows.set(task.taskId, { task, box, result });
        return [box, task.reference, task.subject, task.name, task.assignee || '未认领',
          limit(task.dueAt, task.certain), left(task.workingDaysLeft, task.certain), mark(task.sla), result];
      }), '没有待办'));
  };
  const load = async () => {
    tasks = await call(base);
    const stages = [...new Map(tasks.map(task => [task.stage, task.name])).entries()];
    const before = stage.value;
    stage.replaceChildren(el('option', { value: '' }, '全部环节'),
      ...stages.map(([code, name]) => el('option', { value: code }, name)));
    stage.value = stages.some(([code]) => code === before) ? before : '';
    draw();
  };
  const answered = answers => {
    let done = 0;
    for (const answer of answers) {
      const row = rows.get(answer.taskId);
      const refused = answer.errors.map(error => error.message).join('；');
      row.result.textContent = refused || '已办';
      row.result.className = refused ? 'cr-error' : 'cr-good';
      done += refused ? 0 : 1;
    }
    report.textContent = '已办 ' + done + ' 件，未办 ' + (answers.length - done) + ' 件';
  };
  const send = async (path, body) => {
    report.textContent = '';
    if (!chosen().length) {
      report.textContent = '请先勾选任务';
      return;
    }
    try {
      answered(await call(base + path, 'POST', body()));
    } catch (refused) {
      report.textContent = refused.message;
    }
  };
  stage.addEventListener('change', () => { draw(); offer(); });
  outcome.addEventListener('change', offerTemplates);
  templates.addEventListener('change', () => { comment.value = templates.value || comment.value; });

  const dialog = ask('批量办理', el('div', {},
    el('div', { class: 'cr-bar' }, field('环节', stage),
      el('button', {
        type: 'button', class: 'btn btn-default',
        click: () => send('/claims', () => ({ taskIds: chosen().map(row => row.task.taskId) }))
      }, '认领所选'),
      el('button', {
        type: 'button', class: 'btn btn-default',
        click: () => chosen().length ? transfer(regions[0], null, to => send('/transfers', () => ({
          taskIds: chosen().map(row => row.task.taskId), ...to
        }))) : send('/transfers', () => ({}))
      }, '转办所选'),
      el('button', { type: 'button', class: 'btn btn-default', click: load }, '刷新')),
    list,
    el('div', { class: 'cr-bar' }, field('结果（先选环节）', outcome), reasonField, field('模板', templates)),
    field('意见', comment), report,
    el('div', { class: 'cr-buttons' }, el('button', {
      type: 'button', class: 'btn btn-primary',
      click: () => send('/completions', () => chosen().map(row => ({
        taskId: row.task.taskId, outcome: outcome.value || null, comment: comment.value.trim() || null,
        refusalReason: refusals.includes(outcome.value) && reason.value ? reason.value : null
      })))
    }, '办结所选'))), null, () => {});
  dialog.classList.add('cr-batch');
  known = await call('/api/v1/regions/' + regions[0].code + '/comment-templates');
  await load();
  offer();
}

function unitsBut(region) {
  return region.units.filter(unit => !region.unit || unit.code !== region.unit.code).map(unit => [unit.code, unit.name]);
}

/** Asks whom one task, or what `send` sends, goes to. */
function transfer(region, taskId, send) {
  const unit = select([['', '（转给本单位同事）'], ...unitsBut(region)]);
  const account = el('input', { class: 'form-control', type: 'text' });
  const reason = textarea();
  const narrow = ask('转办', el('div', {}, field('接办单位', unit), field('或本单位接办人的账号', account), field('理由', reason)),
    '转办', () => {
      const to = { unit: unit.value || null, account: account.value.trim() || null, reason: reason.value };
      return send ? send(to) : call('/api/v1/regions/' + region.code + '/tasks/' + taskId + '/transfer', 'POST', to);
    });
  narrow.classList.add('cr-narrow');
}

function consult(region, taskId) {
  const unit = select(unitsBut(region));
  const days = el('input', { class: 'form-control', type: 'number', min: 1, max: 10, value: 3 });
  const question = textarea();
  const narrow = ask('会办', el('div', {}, field('征求意见的单位', unit), field('答复期限（工作日）', days), field('问题', question)),
    '征求意见', () => call('/api/v1/regions/' + region.code + '/tasks/' + taskId + '/consultations', 'POST',
      { unit: unit.value, workingDays: Number(days.value), question: question.value }));
  narrow.classList.add('cr-narrow');
}

function copy(region, taskId) {
  const units = select(unitsBut(region), { multiple: '', size: 8 });
  const note = textarea(2);
  const narrow = ask('抄送', el('div', {}, field('抄送单位（可多选）', units), field('说明', note)),
    '抄送', () => call('/api/v1/regions/' + region.code + '/tasks/' + taskId + '/copies', 'POST',
      { units: [...units.selectedOptions].map(option => option.value), note: note.value.trim() || null }));
  narrow.classList.add('cr-narrow');
}

/** Puts a template into the comment of the form that is open. */
async function useTemplate(region) {
  const known = await call('/api/v1/regions/' + region.code + '/comment-templates');
  const names = await Promise.all(known.map(one => outcomeName(one.outcome)));
  const body = textarea(4);
  const list = select([['', '请选择…'], ...known.map((one, i) => [i, names[i] + '：' + one.title])]);
  list.addEventListener('change', () => { body.value = list.value === '' ? '' : known[list.value].body; });
  const title = el('input', { class: 'form-control', type: 'text', placeholder: '另存为本单位模板时填写标题' });
  const narrow = ask('意见模板', el('div', {}, field('模板', list), field('意见', body), field('标题', title)), '填入意见', async () => {
    if (title.value.trim()) {
      const outcome = list.value === '' ? 'ACCEPT' : known[list.value].outcome;
      await call('/api/v1/regions/' + region.code + '/comment-templates', 'POST', { outcome, title: title.value, body: body.value });
    }
    const comment = document.querySelector('.fjs-form textarea');
    if (!comment || comment.disabled) {
      throw new Error('请先认领任务，再填入意见');
    }
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(comment, body.value);
    comment.dispatchEvent(new Event('input', { bubbles: true }));
  });
  narrow.classList.add('cr-narrow');
}

const link = (text, action) => el('a', { href: '', class: 'cr-link', click: event => { event.preventDefault(); action(); } }, text);

export default [
  {
    id: 'credit-repair-batch', pluginPoint: 'tasklist.navbar.action', priority: 50,
    render: node => node.append(link('批量办理', showBatch))
  },
  {
    id: 'credit-repair-messages', pluginPoint: 'tasklist.navbar.action', priority: 40,
    render: node => {
      const count = el('span', { class: 'cr-count' });
      const refresh = async () => {
        const unread = (await call('/api/v1/me')).unread;
        count.textContent = unread;
        count.hidden = !unread;
      };
      const messages = link('站内消息', () => showMessages(refresh));
      messages.append(' ', count);
      node.append(messages);
      refresh();
      node.crTimer = setInterval(() => node.isConnected ? refresh() : clearInterval(node.crTimer), 60000);
    }
  },
  {
    id: 'credit-repair-actions', pluginPoint: 'tasklist.task.action', priority: 50,
    render: (node, { api }) => node.append(el('span', { class: 'cr-actions' },
      Object.entries({ 转办: transfer, 会办: consult, 抄送: copy, 意见模板: useTemplate })
        .map(([name, action]) => link(name, () => withOpenTask(api, action)))))
  }
];
