/** An open task: what decides and the decision side by side. */
import { ACTIONS, ACTIONS_OF_HEADS } from '../shared/actions.js';
import { left } from '../shared/limits.js';
import { call, Refused, url } from '../shared/server.js';
import { action, ask, html, nothing, options } from '../shared/view.js';
import { AnswerForm } from './form.js';
import { caseOf } from './names.js';
import { foldedSheet, materialsOf } from './sheet.js';

const HELD = { Enter: view => view.submit() };
const ALWAYS = { Escape: (view, event, typing) => view.back(event, typing) };
const FREE = {
  n: view => view.turn(1),
  p: view => view.turn(-1),
  m: view => view.look(null),
  ...Object.fromEntries(
    [...'123456789'].map(digit => [digit, view => view.choose(Number(digit) - 1)])
  )
};

export class CaseView {
  shown = null;
  busy = false;

  static async of(desk, taskId) {
    const path = `/api/v1/regions/${desk.region.code}`;
    const [task, templates] = await Promise.all([
      call(`${path}/tasks/${taskId}`),
      desk.region.unit ? call(`${path}/comment-templates`) : []
    ]);
    return new CaseView(desk, task, templates);
  }

  constructor(desk, task, templates) {
    this.desk = desk;
    this.task = task;
    this.row = task.row;
    const { outcomes } = desk.tasks.find(one => one.code === this.row.stage);
    const refused = new Map(task.refused.map(one => [one.outcome, one.reason]));
    this.templates = templates.filter(
      one => outcomes.some(({ code }) => code === one.outcome) && !refused.has(one.outcome)
    );
    this.form = new AnswerForm({
      form: task.form,
      outcomes,
      refused,
      draft: desk.drafts.of(this.row.taskId),
      changed: values => {
        desk.drafts.keep(this.row.taskId, values);
        desk.draw();
      }
    });
    this.sheet = foldedSheet(task.sheet, material => this.look(material));
    this.materials = materialsOf(this.sheet);
  }

  get isAnothers() {
    return this.task.readOnly || Boolean(this.row.assignee && !this.task.mine);
  }

  look(material) {
    this.shown = material;
    material?.opened();
    this.desk.draw();
  }

  /** Shows the n-th material from the one that is shown. */
  turn(by) {
    const { materials } = this;
    if (materials.length) {
      const index = this.shown ? materials.indexOf(this.shown) + by : by > 0 ? 0 : -1;
      this.look(materials.at(index % materials.length));
    }
  }

  /** Keys that act whether something is being typed or not, and those that act otherwise. */
  key(event, typing) {
    const { key } = event;
    const held = event.ctrlKey || event.metaKey || event.altKey;
    const act = held ? HELD[key] : (ALWAYS[key] ?? (typing ? undefined : FREE[key]));
    act?.(this, event, typing);
    return Boolean(act);
  }

  /** Back by one step: from the field, from the material, from the case. */
  back(event, typing) {
    if (typing) {
      event.target.blur();
    } else if (this.shown) {
      this.look(null);
    } else {
      this.desk.show('');
    }
  }

  /** A refusal goes on to its kinds of reasons, which the arrows choose. */
  choose(n) {
    if (!this.isAnothers) {
      this.form.choose(n);
      document.querySelector('.desk-decision input[name=refusalReason]')?.focus();
    }
  }

  /** Shows the case as it stands now if it has changed; what is written stays. */
  async refresh() {
    const now = await CaseView.of(this.desk, this.row.taskId);
    const standing = ({ task: { sheet, mine, refused, row } }) =>
      JSON.stringify([sheet, mine, refused, row.assignee, row.dueAt]);
    if (this.desk.open === this && !this.busy && standing(now) !== standing(this)) {
      now.shown = now.materials.find(one => one.address === this.shown?.address) ?? null;
      now.form.errors = this.form.errors;
      this.desk.open = now;
      this.desk.draw();
    }
  }

  /** Asks first where another unit has not answered yet. */
  submit() {
    const { awaited } = this.task;
    if (!awaited.length || !this.form.chosen) {
      return this.send();
    }
    ask({
      title: '会办意见尚未送回',
      content: html`<p>${awaited.join('、')}尚未答复。现在提交，其意见将不再作为办理依据。</p>`,
      sendText: '仍要提交',
      send: () => this.send()
    });
    return undefined;
  }

  async send() {
    if (this.busy || this.isAnothers) {
      return;
    }
    this.busy = true;
    await this.desk.guarded(async () => {
      const path = `/api/v1/regions/${this.desk.region.code}/tasks/completions`;
      const [answer] = await call(path, 'POST', [this.form.answer(this.row.taskId)]).finally(() => {
        this.busy = false;
      });
      if (answer.errors.some(error => error.field === 'taskId')) {
        await this.lost(answer.errors);
      }
      if (answer.errors.length) {
        const others = this.form.refuse(answer.errors);
        this.wrong = true;
        if (others.length) {
          throw new Refused(others.map(error => error.message).join('；'));
        }
        return;
      }
      const { name, follows } = this.form.chosen;
      const about = this.row.subject ?? this.row.item;
      await this.desk.done(this.row.taskId, `${about}：${name}。${follows}`);
    });
  }

  /** The task is another's now, or done: that is said of it, and it is shown as it stands. */
  async lost(errors) {
    const open = await CaseView.of(this.desk, this.row.taskId).catch(() => null);
    await this.desk.queue.load();
    const about = this.row.subject ?? this.row.item;
    const { comment } = this.form.answer(this.row.taskId);
    const written = comment ? `，所写意见：“${comment}”` : '';
    const said = `${about}：${errors.map(error => error.message).join('；')}，未提交${written}`;
    if (open) {
      this.desk.open = open;
    } else {
      this.desk.replace(this.desk.queue.first(), said);
    }
    throw new Refused(said);
  }

  /** Takes the task, or gives it back to the unit. */
  async claim(act, said) {
    await this.desk.guarded(async () => {
      const path = `/api/v1/regions/${this.desk.region.code}/tasks/${act}`;
      const [{ errors }] = await call(path, 'POST', { taskIds: [this.row.taskId] });
      if (errors.length) {
        await this.lost(errors);
      }
      await this.again(said);
    });
  }

  /** What was asked of others is shown at once; what others have now makes way for the next. */
  async again(said) {
    this.desk.said = said ? `${this.row.subject ?? this.row.item}：${said}` : this.desk.said;
    await this.desk.guarded(async () => {
      const open = await CaseView.of(this.desk, this.row.taskId).catch(() => null);
      if (open && open.isAnothers === this.isAnothers) {
        await this.desk.queue.load();
        this.desk.open = open;
      } else {
        await this.desk.done(this.row.taskId, this.desk.said);
      }
    });
  }

  template() {
    const { row, shown } = this;
    return html`
      <div class="desk-case">
        <div class="desk-title">
          <button type="button" class="btn btn-default" @click=${() => this.desk.show('')}>
            ← 队列
          </button>
          <strong>${row.subject ?? row.item}</strong>
          <span>${row.subject ? row.item : ''}</span>
          <span>${caseOf(row)}</span>
          <span>${row.stageName}　${left(row.workingDaysLeft, row.certain)}</span>
          <span
            >${row.assigneeName
              ? `认领人：${row.assigneeName}`
              : this.task.readOnly
                ? '未认领'
                : '未认领，提交时自动认领'}</span
          >
          ${this.isAnothers
            ? nothing
            : this.task.mine
              ? action('取消认领', () => this.claim('releases', '已取消认领'))
              : action('认领', () => this.claim('claims', '已认领'))}
        </div>
        <section class="desk-facts" aria-label="办件">
          <div class="desk-tabs" role="tablist">
            <button
              type="button"
              role="tab"
              aria-selected=${!shown}
              @click=${() => this.look(null)}
            >
              办件内容
            </button>
            ${this.materials.map(
              material =>
                html`<button
                  type="button"
                  role="tab"
                  aria-selected=${shown === material}
                  title=${material.file}
                  @click=${() => this.look(material)}
                >
                  ${material.name}${material.isOpened
                    ? html` <span class="cr-good">✓已看</span>`
                    : nothing}
                </button>`
            )}
          </div>
          <div class="desk-sheet" ?hidden=${Boolean(shown)}>${this.sheet}</div>
          ${shown ? this.material(shown) : nothing}
        </section>
        <section class="desk-decision" aria-label="办理">
          ${this.isAnothers
            ? html`<p class="cr-soon">
                ${row.assigneeName ? `本任务由 ${row.assigneeName} 办理。` : '本任务尚未认领。'}
              </p>`
            : this.decision()}
          <div class="desk-acts">
            ${this.acts().map(([name, act]) =>
              action(name, () => act(this.desk.region, row.taskId, said => this.again(said)))
            )}
          </div>
        </section>
      </div>
    `;
  }

  /** What may be done about the task besides deciding, by the names of the links. */
  acts() {
    return [
      ...(this.isAnothers ? [] : Object.entries(ACTIONS)),
      ...(this.desk.region.leads ? Object.entries(ACTIONS_OF_HEADS) : [])
    ];
  }

  decision() {
    const { templates } = this;
    return html`
      ${this.form.template()}
      ${templates.length
        ? html`<label class="desk-field">
            <span>意见模板（采用后同时选定结果）</span>
            <span class="desk-template">
              <select
                class="form-control"
                @keydown=${event => event.key === 'Enter' && !event.ctrlKey && this.takeTemplate()}
              >
                ${options([['', '选择…'], ...templates.map((one, i) => [i, one.title])])}
              </select>
              <button type="button" class="btn btn-default" @click=${() => this.takeTemplate()}>
                采用
              </button>
            </span>
          </label>`
        : nothing}
      <button
        type="button"
        class="btn btn-primary desk-submit"
        ?disabled=${this.busy}
        @click=${() => this.submit()}
      >
        提交（Ctrl+回车）
      </button>
    `;
  }

  takeTemplate() {
    const list = document.querySelector('.desk-template select');
    const chosen = this.templates[list.value];
    list.value = '';
    if (chosen) {
      this.form.take(chosen);
    }
  }

  material({ address, file, kind }) {
    const source = url(address);
    return html`<div class="desk-material">
      ${kind === 'image'
        ? html`<img src=${source} alt=${file} />`
        : kind === 'pdf'
          ? html`<iframe src=${`${source}#navpanes=0&view=FitH`} title=${file}></iframe>`
          : html`<p>
              此格式（OFD）请下载后用版式阅读器查看：<a href=${source} download>${file}</a>
            </p>`}
    </div>`;
  }

  drawn() {
    if (this.wrong) {
      this.wrong = false;
      this.form.focusWrong();
    }
  }
}
