/** Several tasks at once: each row has its own outcome, nothing is preselected. */
import { askTransfer } from '../shared/actions.js';
import { call } from '../shared/server.js';
import { joined } from './form.js';
import { caseOf } from './names.js';
import { ask, html, nothing, options, render } from '../shared/view.js';

/** Opens the dialog for the chosen rows. */
export async function actOnSeveral(desk, rows) {
  const templates = await call(`/api/v1/regions/${desk.region.code}/comment-templates`);
  const dialog = new Several(desk, rows, templates);
  dialog.close = ask({
    title: `办理所选 ${rows.length} 件`,
    content: dialog.node,
    wide: true,
    closed: () => desk.refresh()
  });
  dialog.draw();
}

/** What was chosen and written and not sent; closing the dialog loses nothing. */
const answers = new Map();

class Several {
  node = document.createElement('div');
  answers = answers;
  question = false;
  busy = false;
  report = '';

  constructor(desk, rows, templates) {
    this.desk = desk;
    this.rows = rows;
    this.templates = templates;
  }

  get path() {
    return `/api/v1/regions/${this.desk.region.code}/tasks`;
  }

  task(row) {
    return this.desk.tasks.find(one => one.code === row.stage);
  }

  /** The outcome that a row is given; undefined if none. */
  chosen(row) {
    return this.task(row).outcomes.find(one => one.code === this.answer(row).outcome);
  }

  isAnothers(row) {
    return Boolean(row.assignee && row.assignee !== this.desk.person.account);
  }

  answer(row) {
    return this.answers.get(row.taskId) ?? { outcome: '', comment: '', refusalReason: '' };
  }

  set(row, changes) {
    this.answers.set(row.taskId, { ...this.answer(row), ...changes });
    this.question = false;
    this.draw();
  }

  /** Tasks of one stage at once take the same outcome. */
  all(stage, outcome) {
    this.rows
      .filter(row => row.stage === stage && !this.isAnothers(row))
      .forEach(row => this.answers.set(row.taskId, { ...this.answer(row), outcome }));
    this.question = false;
    this.draw();
  }

  decided() {
    return this.rows.filter(row => this.answer(row).outcome && !this.isAnothers(row));
  }

  summary() {
    const counts = new Map();
    for (const row of this.decided()) {
      const name = `${row.stageName}：${this.chosen(row).name}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return [...counts].map(([name, count]) => `${name} ${count} 件`).join('；');
  }

  /** What an answer lacks, in words; empty if nothing. */
  missing(row) {
    const { commentRequired, refusal } = this.chosen(row);
    const { comment, refusalReason } = this.answer(row);
    const lacks = [
      refusal && !refusalReason ? '理由类别' : '',
      commentRequired && !comment.trim() ? '意见' : ''
    ].filter(Boolean);
    return lacks.length ? `请填写${lacks.join('和')}` : '';
  }

  /** Asks before a legal act, once nothing is missing. */
  check() {
    const decided = this.decided();
    decided.forEach(row => this.set(row, { error: this.missing(row) }));
    this.question = decided.length > 0 && !decided.some(row => this.answer(row).error);
    this.report = decided.length ? '' : '请先选择结果';
    this.draw();
  }

  /**
   * @param done what is said of those that were not refused
   * @param stay whether they stay in the list
   */
  async send(path, body, done = '已办', stay = false) {
    if (this.busy) {
      return;
    }
    this.busy = true;
    let failed = false;
    try {
      const results = await call(this.path + path, 'POST', body);
      const refused = new Map(
        results
          .filter(one => one.errors.length)
          .map(one => [one.taskId, one.errors.map(error => error.message).join('；')])
      );
      const asked = new Set(results.map(one => one.taskId));
      this.report = `${done} ${results.length - refused.size} 件，未成 ${refused.size} 件`;
      await this.desk.queue.load();
      const now = new Map(this.desk.queue.data.rows.map(row => [row.taskId, row]));
      this.rows = this.rows
        .filter(row => stay || !asked.has(row.taskId) || refused.has(row.taskId))
        .map(row => now.get(row.taskId) ?? row);
      this.rows.forEach(row => this.set(row, { error: refused.get(row.taskId) }));
      const left = new Set(this.rows.filter(row => !this.isAnothers(row)).map(row => row.taskId));
      this.desk.queue.keepChosen(left);
      failed = refused.size > 0;
    } catch (problem) {
      failed = true;
      this.report = problem.message;
    }
    this.busy = false;
    this.desk.say(this.report, failed);
    this.draw();
  }

  submit() {
    this.question = false;
    return this.send(
      '/completions',
      this.decided().map(row => ({
        taskId: row.taskId,
        outcome: this.answer(row).outcome,
        comment: this.answer(row).comment.trim() || null,
        refusalReason: (this.chosen(row).refusal && this.answer(row).refusalReason) || null
      }))
    );
  }

  draw() {
    const ids = () => this.rows.filter(row => !this.isAnothers(row)).map(row => row.taskId);
    const button = (name, act, kind = 'default') =>
      html`<button type="button" class=${`btn btn-${kind}`} @click=${act}>${name}</button>`;
    const stages = [...new Map(this.rows.map(row => [row.stage, row]))];
    render(
      html`
        <div class="cr-bar">
          ${stages.map(
            ([stage, row]) =>
              html`<label class="cr-field"
                ><span>${row.stageName}（全部作出）</span>
                <select
                  class="form-control"
                  @change=${event => this.all(stage, event.target.value)}
                >
                  ${options([
                    ['', '逐件选择'],
                    ...this.task(row).outcomes.map(one => [one.code, one.name])
                  ])}
                </select></label
              >`
          )}
          ${button('认领所选', () => this.send('/claims', { taskIds: ids() }, '已认领', true))}
          ${button('转办所选', () =>
            askTransfer(this.desk.region, to =>
              this.send('/transfers', { taskIds: ids(), ...to }, '已转办')
            )
          )}
        </div>
        <div class="cr-scroll">
          <table class="cr-table">
            <thead>
              <tr>
                ${['办件', '申请主体', '环节', '结果', '意见'].map(name => html`<th>${name}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${this.rows.map(row => this.row(row))}
            </tbody>
          </table>
        </div>
        <p role="status">${this.report}</p>
        ${this.question
          ? html`<p class="desk-question" role="alert">
              将作出：${this.summary()}。作出后不能收回，确认提交？
              ${button('确认提交', () => this.submit(), 'primary')}
              ${button('再看看', () => {
                this.question = false;
                this.draw();
              })}
            </p>`
          : html`<p>
              ${button(`提交（${this.decided().length}）`, () => this.check(), 'primary')}
            </p>`}
      `,
      this.node
    );
  }

  row(row) {
    const answer = this.answer(row);
    const templates = this.templates.filter(one => one.outcome === answer.outcome);
    return html`<tr>
      <td>
        <a href=${`#task=${row.taskId}`} @click=${() => this.close()}>${caseOf(row) || row.item}</a>
      </td>
      <td>${row.subject ?? row.item}</td>
      <td>${row.stageName}</td>
      ${this.isAnothers(row)
        ? html`<td colspan="2">由 ${row.assigneeName} 办理</td>`
        : this.inputs(row, answer, templates)}
    </tr>`;
  }

  inputs(row, answer, templates) {
    return html`<td>
        <select
          class="form-control"
          aria-label=${`${row.reference} 的结果`}
          @change=${event => this.set(row, { outcome: event.target.value })}
        >
          ${options(
            [['', '请选择…'], ...this.task(row).outcomes.map(one => [one.code, one.name])],
            answer.outcome
          )}
        </select>
        ${this.chosen(row)?.refusal
          ? html`<select
              class="form-control"
              aria-label=${`理由类别 ${row.reference}`}
              @change=${event => this.set(row, { refusalReason: event.target.value })}
            >
              ${options(
                [
                  ['', '理由类别…'],
                  ...this.task(row).refusalReasons.map(one => [one.code, one.name])
                ],
                answer.refusalReason
              )}
            </select>`
          : nothing}
      </td>
      <td>
        <input
          class="form-control"
          type="text"
          maxlength="1000"
          aria-label=${`${row.reference} 的意见`}
          .value=${answer.comment}
          @input=${event => {
            this.answers.set(row.taskId, { ...this.answer(row), comment: event.target.value });
          }}
        />
        ${templates.length
          ? html`<select
              class="form-control"
              aria-label=${`意见模板 ${row.reference}`}
              @change=${event =>
                this.set(row, { comment: joined(answer.comment, event.target.value) })}
            >
              ${options([['', '意见模板…'], ...templates.map(one => [one.body, one.title])], '')}
            </select>`
          : nothing}
        ${answer.error ? html`<span class="cr-error">${answer.error}</span>` : nothing}
      </td>`;
  }
}
