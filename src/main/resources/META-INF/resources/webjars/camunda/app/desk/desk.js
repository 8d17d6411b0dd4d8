/** The desk of reviewers (办理台): queue, open case and decision on one screen. */
import { stateNames } from '../shared/limits.js';
import { messagesLink } from '../shared/messages.js';
import { call, humanTasks, me, Refused, url } from '../shared/server.js';
import { html, nothing, options, render } from '../shared/view.js';
import { CaseView } from './case.js';
import { QueueView } from './queue.js';

const HELP =
  '队列：↑ ↓ 选择，回车打开，空格勾选，/ 查找　办件：1–9 选结果，Ctrl+回车 提交，N / P 下一份、上一份材料，M 回到办件内容，Esc 返回队列';

/** The unit whose tasks are shown. */
const unitOf = ({ unit, leads }) => unit?.name ?? `${leads.name}（负责人）`;

const EVERY_20_SECONDS = 20_000;

/** What has been written and not sent, by task; kept until the tab is closed. */
class Drafts {
  constructor(account) {
    this.key = taskId => `desk-draft-${account}-${taskId}`;
  }

  of(taskId) {
    return JSON.parse(sessionStorage.getItem(this.key(taskId)) ?? '{}');
  }

  keep(taskId, values) {
    sessionStorage.setItem(this.key(taskId), JSON.stringify(values));
  }

  drop(taskId) {
    sessionStorage.removeItem(this.key(taskId));
  }
}

/** A PDF takes the keys once it is clicked; the desk takes them back. */
const takeKeysBack = () =>
  setTimeout(() => {
    if (document.activeElement?.tagName === 'IFRAME') {
      document.activeElement.blur();
      window.focus();
    }
  });

class Desk {
  said = '';
  error = '';
  carried = '';

  constructor(node, person, tasks) {
    this.node = node;
    this.person = person;
    this.tasks = tasks;
    this.regions = person.regions.filter(region => region.unit || region.leads);
    this.drafts = new Drafts(person.account);
    this.queue = new QueueView(this);
    this.open = null;
    document.addEventListener('keydown', event => this.key(event));
    window.addEventListener('hashchange', () => this.follow());
    window.addEventListener('blur', takeKeysBack);
  }

  async begin() {
    if (!this.regions.length) {
      this.error = '本账号不属于任何办理单位，也不是单位负责人。';
      this.draw();
      return;
    }
    [this.region] = this.regions;
    await this.queue.load();
    await this.follow();
    setInterval(() => this.refresh(), EVERY_20_SECONDS);
  }

  /** The counts of a queue that nobody touches stay true, and so does an open case. */
  refresh() {
    if (document.querySelector('dialog[open]')) {
      return;
    }
    if (this.open) {
      this.open.refresh().catch(() => {}); // the next time asks again
    } else {
      this.queue
        .load()
        .then(() => this.draw())
        .catch(() => {}); // the next time asks again
    }
  }

  /** The task that the address names is opened; without one the queue is shown. */
  async follow() {
    const named = () => new URLSearchParams(location.hash.slice(1)).get('task');
    const key = new URLSearchParams(location.hash.slice(1)).get('case');
    if (key) {
      await this.toCase(key);
      return;
    }
    const id = named();
    const { carried } = this;
    this.carried = '';
    await this.guarded(async () => {
      const open = id ? await CaseView.of(this, id).catch(gone => this.gone(gone)) : null;
      // Whoever has gone on meanwhile is not called back.
      if (named() === id) {
        this.open = open;
      }
      if (carried) {
        throw new Refused(carried);
      }
    });
  }

  /** A task that is not there any more: the queue is shown instead. */
  gone(problem) {
    this.replace('', problem.message);
    return null;
  }

  /** The task of a case is opened if it waits here; otherwise the case is read. */
  async toCase(key) {
    const region = this.regions.find(one => key.startsWith(one.code)) ?? this.region;
    const path = `/api/v1/regions/${region.code}/queue?${new URLSearchParams({ words: key })}`;
    await this.guarded(async () => {
      const { rows } = await call(path);
      if (rows.length) {
        this.region = region;
        location.replace(`#task=${rows[0].taskId}`);
      } else {
        location.assign(url(`/cases/${key}`));
      }
    });
  }

  show(taskId) {
    this.error = '';
    location.hash = taskId ? `task=${taskId}` : '';
  }

  /** Shows another task in place of one that is done, to which nobody returns. */
  replace(taskId, error = '') {
    this.carried = error;
    location.replace(taskId ? `#task=${taskId}` : '#');
  }

  /** Says what was done, or what could not be. */
  say(text, failed) {
    this.said = failed ? '' : text;
    this.error = failed ? text : '';
    this.draw();
  }

  /** What is done is said, and the next task by limit is opened unless somebody has gone on. */
  async done(taskId, said) {
    this.said = said;
    this.drafts.drop(taskId);
    const next = this.queue.after(taskId);
    const here = location.hash;
    await this.queue.load();
    if (location.hash === here) {
      this.replace(next && this.queue.has(next) ? next : this.queue.first());
    }
  }

  async guarded(act) {
    this.error = '';
    try {
      await act();
    } catch (failed) {
      this.said = '';
      this.error = failed.message;
    }
    this.draw();
  }

  key(event) {
    if (document.querySelector('dialog[open]') || event.isComposing) {
      return;
    }
    const typing = event.target.matches(
      'textarea, select, input:not([type=radio], [type=checkbox])'
    );
    const handled = this.open
      ? this.open.key(event, typing)
      : !event.ctrlKey && !event.metaKey && this.queue.key(event, typing);
    if (handled) {
      event.preventDefault();
    }
  }

  draw() {
    render(
      html`
        <header class="desk-head">
          <strong>办理台</strong>
          ${this.regions.length > 1
            ? html`<select
                aria-label="地区"
                @change=${event => {
                  this.region = this.regions.find(one => one.code === event.target.value);
                  this.show('');
                  this.guarded(() => this.queue.load());
                }}
              >
                ${options(
                  this.regions.map(one => [one.code, one.name]),
                  this.region?.code
                )}
              </select>`
            : nothing}
          <span>${this.region ? unitOf(this.region) : ''}</span>
          <span class="desk-said" role="status">${this.said}</span>
          <span class="desk-links">
            <span id="messages"></span>
            <a href=${url('/camunda/app/tasklist/')}>任务列表</a>
            <span>${this.person.name}</span>
          </span>
        </header>
        ${this.error ? html`<p class="desk-error" role="alert">${this.error}</p>` : nothing}
        <main>${this.region ? (this.open ?? this.queue).template() : nothing}</main>
        <footer>${HELP}</footer>
      `,
      this.node
    );
    if (!this.told) {
      this.told = messagesLink(document.getElementById('messages'), key => `#case=${key}`);
    }
    (this.open ?? this.queue).drawn();
  }
}

const [person, tasks] = await Promise.all([me(), humanTasks(), stateNames()]);
await new Desk(document.getElementById('desk'), person, tasks).begin();
