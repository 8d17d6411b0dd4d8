/** The queue as a table: counts, search, several at once. */
import { left, limit } from '../shared/limits.js';
import { call } from '../shared/server.js';
import { ask, field, html, nothing } from '../shared/view.js';
import { caseOf } from './names.js';
import { actOnSeveral } from './several.js';

const day = text => limit(text).slice(5);

/** Keys that act on the row, unless a button or link has the focus. */
const OF_ROWS = ['Enter', ' '];
const KEYS = {
  ArrowDown: queue => queue.move(1),
  ArrowUp: queue => queue.move(-1),
  Enter: (queue, row) => row && queue.desk.show(row.taskId),
  ' ': (queue, row) => row && queue.choose([row], !queue.chosen.has(row.taskId)),
  '/': () => document.querySelector('input[type=search]').focus()
};

/** What an own filter asks for. */
const questionOf = ({ filter, stage, words }) => ({
  filter,
  stage: stage ?? '',
  words: words ?? ''
});

export class QueueView {
  data = { filters: [], stages: [], rows: [], more: false };
  question = { filter: 'ALL', stage: '', words: '', page: 0 };
  chosen = new Set();
  own = [];
  at = 0;

  constructor(desk) {
    this.desk = desk;
  }

  get path() {
    return `/api/v1/regions/${this.desk.region.code}`;
  }

  async load() {
    const asked = Object.entries(this.question).filter(([, value]) => value !== '');
    [this.data, this.own] = await Promise.all([
      call(`${this.path}/queue?${new URLSearchParams(asked)}`),
      call(`${this.path}/queue/filters`)
    ]);
    const shown = new Set(this.data.rows.map(row => row.taskId));
    this.chosen.forEach(id => shown.has(id) || this.chosen.delete(id));
    this.at = Math.max(0, Math.min(this.at, this.data.rows.length - 1));
  }

  /** Of what is ticked, only these stay so. */
  keepChosen(taskIds) {
    this.chosen.forEach(id => taskIds.has(id) || this.chosen.delete(id));
  }

  ask(changes) {
    Object.assign(this.question, { page: 0 }, changes);
    this.at = 0;
    this.desk.guarded(() => this.load());
  }

  has(taskId) {
    return this.data.rows.some(row => row.taskId === taskId);
  }

  first() {
    return this.data.rows[0]?.taskId ?? '';
  }

  /** The task behind another by limit. */
  after(taskId) {
    const { rows } = this.data;
    const index = rows.findIndex(row => row.taskId === taskId);
    return rows[index + 1]?.taskId ?? rows.find(row => row.taskId !== taskId)?.taskId;
  }

  rows() {
    return this.data.rows.filter(row => this.chosen.has(row.taskId));
  }

  key(event, typing) {
    if (typing) {
      // The browser would empty the box and leave the list as it is.
      if (event.key === 'Escape') {
        event.target.blur();
        return true;
      }
      return false;
    }
    const act = KEYS[event.key];
    const elsewhere = OF_ROWS.includes(event.key) && event.target !== document.body;
    if (!act || elsewhere) {
      return false;
    }
    act(this, this.data.rows[this.at]);
    return true;
  }

  move(by) {
    this.at = Math.max(0, Math.min(this.at + by, this.data.rows.length - 1));
    this.desk.draw();
  }

  choose(rows, chosen) {
    rows.forEach(({ taskId }) => this.chosen[chosen ? 'add' : 'delete'](taskId));
    this.desk.draw();
  }

  template() {
    const { data, question } = this;
    const most = data.mostCounted;
    const part = (name, count, current, changes, late = false) => html`
      <button
        type="button"
        class="desk-part"
        aria-current=${current}
        @click=${() => this.ask(changes)}
      >
        <span>${name}</span>
        <b class=${late && count ? 'cr-late' : ''}>${count >= most ? `${most}+` : count}</b>
      </button>
    `;
    return html`
      <div class="desk-queue">
        <nav aria-label="队列">
          ${data.filters.map(one =>
            part(
              one.name,
              one.count,
              question.filter === one.code && !question.stage,
              { filter: one.code, stage: '' },
              one.code === 'OVERDUE'
            )
          )}
          <h2>按环节</h2>
          ${data.stages.map(one =>
            part(one.name, one.count, question.stage === one.code, {
              filter: 'ALL',
              stage: one.code
            })
          )}
          <h2>自设筛选</h2>
          ${this.own.map(
            one => html`
              <span class="desk-own">
                <button
                  type="button"
                  class="desk-part"
                  aria-current=${this.isAsked(one)}
                  @click=${() => this.ask(questionOf(one))}
                >
                  <span>${one.name}</span>
                  <b>${one.count >= most ? `${most}+` : one.count}</b>
                </button>
                <button
                  type="button"
                  class="desk-x"
                  aria-label=${`删除筛选 ${one.name}`}
                  @click=${() => this.drop(one)}
                >
                  ×
                </button>
              </span>
            `
          )}
          <button type="button" class="desk-part" @click=${() => this.keepQuestion()}>
            <span>＋ 保存当前筛选</span>
          </button>
        </nav>
        <section>
          <form
            class="desk-search"
            @submit=${event => {
              event.preventDefault();
              this.ask({ words: event.target.elements.words.value.trim() });
            }}
          >
            <input
              type="search"
              name="words"
              maxlength="64"
              aria-label="查找"
              placeholder="主体名称、证件号码、办件编号、失信信息编号或文书号的任一部分"
              .value=${question.words}
            />
            <button type="submit" class="btn btn-default">查找</button>
            ${question.words
              ? html`<button
                  type="button"
                  class="btn btn-default"
                  @click=${() => this.ask({ words: '' })}
                >
                  清除
                </button>`
              : nothing}
            <button
              type="button"
              class="btn btn-default"
              @click=${() => this.desk.guarded(() => this.load())}
            >
              刷新
            </button>
            ${this.desk.region.unit
              ? html`<button
                  type="button"
                  class="btn btn-primary"
                  ?disabled=${!this.chosen.size}
                  @click=${() => this.desk.guarded(() => actOnSeveral(this.desk, this.rows()))}
                >
                  办理所选（${this.chosen.size}）
                </button>`
              : nothing}
          </form>
          ${this.table()}
          <p class="desk-pages">
            ${question.page
              ? html`<button
                  type="button"
                  class="btn btn-default"
                  @click=${() => this.ask({ page: question.page - 1 })}
                >
                  上一页
                </button>`
              : nothing}
            ${data.more
              ? html`<button
                  type="button"
                  class="btn btn-default"
                  @click=${() => this.ask({ page: question.page + 1 })}
                >
                  下一页
                </button>`
              : nothing}
          </p>
        </section>
      </div>
    `;
  }

  table() {
    const { rows } = this.data;
    if (!rows.length) {
      return html`<p class="desk-empty">
        ${this.question.words || this.question.stage || this.question.filter !== 'ALL'
          ? '没有符合条件的任务，可换一个筛选或清除查找内容。'
          : '没有待办。新的任务到达后会出现在这里。'}
      </p>`;
    }
    return html`
      <div class="desk-table">
        <table>
          <thead>
            <tr>
              <th>
                <input
                  type="checkbox"
                  aria-label="全选本页"
                  .checked=${rows.every(row => this.chosen.has(row.taskId))}
                  @change=${event => this.choose(rows, event.target.checked)}
                />
              </th>
              ${['剩余', '申请主体', '事项', '环节', '办件', '到达', '认领人'].map(
                name => html`<th>${name}</th>`
              )}
            </tr>
          </thead>
          <tbody>
            ${rows.map((row, i) => this.row(row, i))}
          </tbody>
        </table>
      </div>
    `;
  }

  row(row, i) {
    return html`
      <tr
        aria-selected=${i === this.at}
        class=${`desk-${row.sla.toLowerCase()}`}
        @click=${() => this.desk.show(row.taskId)}
      >
        <td @click=${event => event.stopPropagation()}>
          <input
            type="checkbox"
            aria-label=${`选择 ${row.reference}`}
            .checked=${this.chosen.has(row.taskId)}
            @change=${event => this.choose([row], event.target.checked)}
          />
        </td>
        <td>${left(row.workingDaysLeft, row.certain)}</td>
        <td>
          <a href=${`#task=${row.taskId}`}>${row.subject ?? row.item ?? '—'}</a>
          <small>${row.subjectCode ?? ''}</small>
        </td>
        <td>${row.item ?? '—'} <small>${row.documentNo ?? ''}</small></td>
        <td>${row.stageName}</td>
        <td>${caseOf(row)}</td>
        <td>${day(row.createdAt)}</td>
        <td>${row.assigneeName ?? '未认领'}</td>
      </tr>
    `;
  }

  isAsked(own) {
    return Object.entries(questionOf(own)).every(([key, value]) => this.question[key] === value);
  }

  drop(filter) {
    this.desk.guarded(async () => {
      await call(`${this.path}/queue/filters/${filter.id}`, 'DELETE');
      await this.load();
    });
  }

  keepQuestion() {
    const { filter, stage, words } = this.question;
    const { filters, stages } = this.data;
    const named = (list, code) => list.find(one => one.code === code)?.name;
    const name = [stage ? named(stages, stage) : named(filters, filter), words]
      .filter(Boolean)
      .join(' · ');
    ask({
      title: '保存当前筛选',
      content: field(
        '名称 *',
        html`<input class="form-control" name="name" type="text" maxlength="60" value=${name} />`
      ),
      sendText: '保存',
      send: async form => {
        const kept = { name: form.get('name'), filter, stage: stage || null, words: words || null };
        await call(`${this.path}/queue/filters`, 'POST', kept);
        await this.load();
        this.desk.draw();
      }
    });
  }

  drawn() {
    document.querySelector('tr[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }
}
