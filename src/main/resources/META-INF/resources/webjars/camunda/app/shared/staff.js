/** What the plugins of Tasklist and Cockpit share: talking to the server, and plain elements. */

const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

/** An address of the server. */
export const url = path => root + path;

function token() {
  const cookie = document.cookie.split('; ').find(one => one.startsWith('XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.substring('XSRF-TOKEN='.length)) : '';
}

/** Asks the REST interface; what it refuses is an error with its words. */
export async function call(path, method = 'GET', body) {
  const answer = await fetch(url(path), {
    method,
    credentials: 'same-origin',
    headers: {
      Accept: 'application/json, application/problem+json',
      'Content-Type': 'application/json',
      'X-XSRF-TOKEN': token(),
      'X-Requested-With': 'XMLHttpRequest'
    },
    body: body === undefined ? undefined : JSON.stringify(body)
  });
  const text = await answer.text();
  const json = text ? JSON.parse(text) : null;
  if (!answer.ok) {
    throw new Error(words(json) || '服务器未能答复（' + answer.status + '）');
  }
  return json;
}

/** What a problem says, field by field. */
export const words = problem =>
  problem && problem.errors && problem.errors.length
    ? problem.errors.map(error => error.message).join('；')
    : problem && problem.title;

/** An element; attributes that are functions are listeners, children may be texts. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name, value);
    } else if (value !== undefined && value !== null && value !== false) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined));
  return element;
}

/** A table; cells are texts or elements. */
export function table(headings, rows, empty = '没有记录') {
  return el('table', { class: 'cr-table table' },
    el('thead', {}, el('tr', {}, headings.map(heading => el('th', {}, heading)))),
    el('tbody', {}, rows.length
      ? rows.map(cells => el('tr', {}, cells.map(cell => el('td', {}, cell ?? '—'))))
      : el('tr', {}, el('td', { colspan: headings.length, class: 'cr-empty' }, empty))));
}

/** A field of a form with its label. */
export const field = (label, input) => el('label', { class: 'cr-field' }, el('span', {}, label), input);

/** A choice among codes with names. */
export const select = (options, attributes = {}) =>
  el('select', { class: 'form-control', ...attributes },
    options.map(([code, name]) => el('option', { value: code }, name)));

/** Asks in a dialog; `send` may refuse with an error, which is shown and the dialog stays. */
export function ask(title, content, action, send) {
  const error = el('p', { class: 'cr-error', role: 'alert' });
  const dialog = el('dialog', { class: 'cr-dialog', 'aria-label': title });
  const form = el('form', {
    submit: async event => {
      event.preventDefault();
      error.textContent = '';
      try {
        await send();
        dialog.close();
      } catch (refused) {
        error.textContent = refused.message;
      }
    }
  },
  el('h3', {}, title), content, error,
  el('div', { class: 'cr-buttons' },
    el('button', { type: 'button', class: 'btn btn-default', click: () => dialog.close() }, action ? '取消' : '关闭'),
    action ? el('button', { type: 'submit', class: 'btn btn-primary' }, action) : null));
  dialog.append(form);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

const pad = number => String(number).padStart(2, '0');

/** A moment as people write it. */
export function moment(text) {
  if (!text) {
    return '—';
  }
  const at = new Date(text);
  return at.getFullYear() + '-' + pad(at.getMonth() + 1) + '-' + pad(at.getDate()) +
    ' ' + pad(at.getHours()) + ':' + pad(at.getMinutes());
}

/** The day of a limit; provisional ones say so. */
export const limit = (text, certain) =>
  text ? moment(text).substring(0, 10) + (certain === false ? '（待核）' : '') : '—';

/** Working days left or overdue. */
export function left(days, certain) {
  if (days === null || days === undefined) {
    return '—';
  }
  const text = (days < 0 ? '超期 ' + -days : '剩余 ' + days) + ' 个工作日' + (certain === false ? '（待核）' : '');
  return el('span', { class: days < 0 ? 'cr-late' : days <= 1 ? 'cr-soon' : 'cr-good' }, text);
}

let tasks;

/** The human tasks by code, each with its outcomes, as the server knows them. */
export const humanTasks = async () =>
  tasks ??= new Map((await call('/api/v1/human-tasks')).map(task => [task.code, task]));

/** What people read for an outcome of whatever task. */
export async function outcomeName(code) {
  const outcomes = [...(await humanTasks()).values()].flatMap(task => task.outcomes);
  return outcomes.find(outcome => outcome.code === code)?.name ?? code;
}

/** What people read for the states of limits. */
export const STATES = {
  NOT_STARTED: '未开始', ON_TRACK: '正常', AT_RISK: '临期', BREACHED: '超期', MET: '按时'
};

/** A state of a limit as a mark. */
export const mark = state => el('span', { class: 'cr-mark cr-' + state.toLowerCase() }, STATES[state]);

/** Messages to whoever is logged in, in a dialog. */
export async function showMessages(changed) {
  const list = el('div', { class: 'cr-scroll' });
  const fill = async () => {
    const messages = await call('/api/v1/messages');
    list.replaceChildren(table(['时间', '类别', '内容', ''], messages.map(message => [
      moment(message.sentAt), message.kind,
      el('span', { class: message.read ? '' : 'cr-unread' }, message.text),
      message.read ? '已读' : el('button', {
        type: 'button', class: 'btn btn-link',
        click: async () => {
          await call('/api/v1/messages/' + message.id + '/reading', 'POST');
          await fill();
          changed();
        }
      }, '标为已读')
    ]), '没有消息'));
  };
  ask('站内消息', list, null, () => {});
  await fill();
}
