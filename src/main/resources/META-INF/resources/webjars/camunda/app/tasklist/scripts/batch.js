/** Several tasks at once (批量办理): claimed, handed over or finished. */
import { left, limit, mark, stateNames } from '../../shared/limits.js';
import { call, humanTasks } from '../../shared/server.js';
import { ask, field, html, nothing, options, render, table } from '../../shared/view.js';
import { askRecipient, myRegions } from './actions.js';

const HEADINGS = ['办件', '申请主体', '环节', '认领人', '时限', '剩余', '状态', '结果'];

export async function showBatch() {
  const [region] = await myRegions();
  if (!region) {
    ask({ title: '批量办理', content: html`<p>本账号不属于任何办理单位。</p>` });
    return;
  }
  const base = `/api/v1/regions/${region.code}`;
  const [tasks, templates] = await Promise.all([
    humanTasks(),
    call(`${base}/comment-templates`),
    stateNames()
  ]);
  const body = document.createElement('div');
  const batch = new Batch(region, `${base}/tasks`, tasks, templates, body);
  await batch.load();
  ask({ title: '批量办理', content: body, wide: true });
}

class Batch {
  tasks = [];
  chosen = new Set();
  answers = new Map();
  stage = '';
  outcome = '';
  reason = '';
  comment = '';
  report = '';

  constructor(region, path, humanTasks, templates, node) {
    this.region = region;
    this.path = path;
    this.humanTasks = humanTasks;
    this.templates = templates;
    this.node = node;
  }

  async load() {
    this.tasks = await call(this.path);
    this.chosen.clear();
    this.answers.clear();
    if (!this.tasks.some(task => task.stage === this.stage)) {
      this.choose('');
    }
    this.draw();
  }

  /** The stage whose tasks are shown; its outcomes are offered. */
  choose(stage) {
    this.stage = stage;
    this.chosen.clear();
    this.outcome = this.outcomes()[0]?.code ?? '';
  }

  outcomes() {
    return this.humanTasks.find(task => task.code === this.stage)?.outcomes ?? [];
  }

  isRefusal() {
    return this.outcomes().some(one => one.code === this.outcome && one.refusal);
  }

  reasons() {
    return this.humanTasks.find(task => task.code === this.stage)?.refusalReasons ?? [];
  }

  async send(path, body) {
    this.report = '';
    if (!this.chosen.size) {
      this.report = '请先勾选任务';
    } else {
      try {
        this.answered(await call(this.path + path, 'POST', body));
      } catch (refused) {
        this.report = refused.message;
      }
    }
    this.draw();
  }

  answered(answers) {
    for (const answer of answers) {
      this.answers.set(answer.taskId, answer.errors.map(error => error.message).join('；'));
    }
    const refused = answers.filter(answer => answer.errors.length).length;
    this.report = `已办 ${answers.length - refused} 件，未办 ${refused} 件`;
  }

  taskIds() {
    return [...this.chosen];
  }

  transfer() {
    if (this.chosen.size) {
      askRecipient(this.region, to => this.send('/transfers', { taskIds: this.taskIds(), ...to }));
    } else {
      this.send('/transfers');
    }
  }

  finish() {
    const reason = this.isRefusal() && this.reason ? this.reason : null;
    this.send(
      '/completions',
      this.taskIds().map(taskId => ({
        taskId,
        outcome: this.outcome || null,
        comment: this.comment.trim() || null,
        refusalReason: reason
      }))
    );
  }

  draw() {
    const shown = this.tasks.filter(task => !this.stage || task.stage === this.stage);
    const stages = new Map(this.tasks.map(task => [task.stage, task.name]));
    const set = change => event => {
      change(event.target.value);
      this.draw();
    };
    const button = (text, click) =>
      html`<button type="button" class="btn btn-default" @click=${click}>${text}</button>`;
    const templates = this.templates.filter(one => one.outcome === this.outcome);
    render(
      html`
        <div class="cr-bar">
          ${field(
            '环节',
            html`<select class="form-control" @change=${set(value => this.choose(value))}>
              ${options([['', '全部环节'], ...stages], this.stage)}
            </select>`
          )}
          ${button('认领所选', () => this.send('/claims', { taskIds: this.taskIds() }))}
          ${button('转办所选', () => this.transfer())} ${button('刷新', () => this.load())}
        </div>
        <div class="cr-scroll">${this.list(shown)}</div>
        <div class="cr-bar">
          ${field(
            '结果（先选环节）',
            html`<select
              class="form-control"
              @change=${set(value => {
                this.outcome = value;
              })}
            >
              ${options(
                this.outcomes().map(one => [one.code, one.name]),
                this.outcome
              )}
            </select>`
          )}
          ${this.isRefusal()
            ? field(
                '理由类别',
                html`<select
                  class="form-control"
                  @change=${set(value => {
                    this.reason = value;
                  })}
                >
                  ${options(
                    [['', '（不选）'], ...this.reasons().map(one => [one.code, one.name])],
                    this.reason
                  )}
                </select>`
              )
            : nothing}
          ${field(
            '模板',
            html`<select
              class="form-control"
              @change=${set(value => {
                this.comment = value || this.comment;
              })}
            >
              ${options([['', '套用意见模板…'], ...templates.map(one => [one.body, one.title])])}
            </select>`
          )}
        </div>
        ${field(
          '意见',
          html`<textarea
            class="form-control"
            rows="2"
            .value=${this.comment}
            @input=${set(value => {
              this.comment = value;
            })}
          ></textarea>`
        )}
        <p role="status" class="cr-report">${this.report}</p>
        <div class="cr-buttons">
          <button type="button" class="btn btn-primary" @click=${() => this.finish()}>
            办结所选
          </button>
        </div>
      `,
      this.node
    );
  }

  list(shown) {
    const choose = (tasks, checked) => {
      tasks.forEach(({ taskId }) => this.chosen[checked ? 'add' : 'delete'](taskId));
      this.draw();
    };
    const all = html`<input
      type="checkbox"
      aria-label="全选"
      .checked=${shown.length > 0 && shown.every(task => this.chosen.has(task.taskId))}
      @change=${event => choose(shown, event.target.checked)}
    />`;
    const rows = shown.map(task => [
      html`<input
        type="checkbox"
        aria-label=${task.reference}
        .checked=${this.chosen.has(task.taskId)}
        @change=${event => choose([task], event.target.checked)}
      />`,
      task.reference,
      task.subject,
      task.name,
      task.assignee || '未认领',
      limit(task.dueAt, task.certain),
      left(task.workingDaysLeft, task.certain),
      mark(task.sla),
      this.result(task)
    ]);
    return table([all, ...HEADINGS], rows, '没有待办');
  }

  result(task) {
    const refusal = this.answers.get(task.taskId);
    if (refusal === undefined) {
      return nothing;
    }
    return refusal
      ? html`<span class="cr-error">${refusal}</span>`
      : html`<span class="cr-good">已办</span>`;
  }
}
