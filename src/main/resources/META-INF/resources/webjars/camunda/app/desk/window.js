/** The desk of windows (窗口收件): taking applications in, and what became of them. */
import { call, me, url } from '../shared/server.js';
import { ask, button, field, html, nothing, options, render, table } from '../shared/view.js';
import { chooseFiles, filesOf, materialsOf } from './files.js';
import { IntakeView } from './intake.js';

const STATUSES = [
  ['', '全部'],
  ['AWAITING_CORRECTION', '待补正'],
  ['SUBMITTED', '待受理'],
  ['ACCEPTED', '已受理'],
  ['SHARING', '同步中'],
  ['CLOSED', '已办结']
];
const PAGE = 50;

/** Where an application can be taken in: one's own regions, and those of their province. */
async function reachable(own) {
  const all = await call('/api/v1/regions');
  const provinces = new Set(own.map(region => region.code.slice(0, 2)));
  const others = all.filter(
    one => provinces.has(one.code.slice(0, 2)) && !own.some(region => region.code === one.code)
  );
  return [...own, ...others];
}

class Window {
  said = nothing;
  error = '';
  rows = [];

  constructor(node, person, regions) {
    this.node = node;
    this.person = person;
    this.own = person.regions.find(region => region.window);
    this.regions = regions;
    this.query = { words: '', itemStatus: '', page: 0 };
    this.intake = new IntakeView(this);
  }

  async load(changes = {}) {
    Object.assign(this.query, { page: 0 }, changes);
    const asked = Object.entries(this.query).filter(([, value]) => value);
    try {
      this.rows = await call(
        `/api/v1/regions/${this.own.code}/applications?${new URLSearchParams(asked)}`
      );
      this.error = '';
    } catch (error) {
      this.error = error.message;
    }
    this.draw();
  }

  /** An application has been taken in: its number, code and receipt. */
  async sent({ applicationNo, progressCode }) {
    this.said = html`<section class="window-sent" role="status">
      <h2>已收件</h2>
      <p>申请编号 <strong>${applicationNo}</strong>　查询码 <strong>${progressCode}</strong></p>
      <p>由认定单位办理，进度见下；查询码已发申请人手机。</p>
      <p>${FIRST_PAPERS.map(paper => paperLink(applicationNo, paper))}</p>
    </section>`;
    await this.load();
    this.node.querySelector('.window-sent').scrollIntoView({ block: 'nearest' });
  }

  draw() {
    render(this.view(), this.node);
  }

  view() {
    return html`
      <header class="desk-head">
        <h1>窗口收件</h1>
        <span>${this.own.name}</span>
        <span class="desk-said"></span>
        <nav class="desk-links">
          <a href=${url('/camunda/app/tasklist/')}>任务列表</a>
          <a href=${url('/guide')} target="_blank">修复指引</a>
          <span>${this.person.name}</span>
        </nav>
      </header>
      <main class="window-main">
        ${this.said} ${this.intake.view()}
        <section>
          <h2>本窗口收件</h2>
          ${this.searchBar()}
          <p class="cr-error" role="alert">${this.error}</p>
          ${table(
            ['申请编号', '申请主体', '收件时间', '事项和状态', '文书', '办理'],
            this.rows.map(row => this.cells(row)),
            this.query.words || this.query.itemStatus
              ? '没有符合条件的收件，可换一个条件。'
              : '本窗口尚未收件。'
          )}
          ${this.turns()}
        </section>
      </main>
    `;
  }

  searchBar() {
    return html`<form
      class="cr-bar"
      @submit=${event => {
        event.preventDefault();
        this.load({ words: event.target.words.value.trim() });
      }}
    >
      ${field(
        '查找',
        html`<input
          class="form-control"
          name="words"
          type="search"
          size="44"
          placeholder="申请编号、信息编号、证件号码或完整的主体名称"
        />`
      )}
      ${field(
        '事项状态',
        html`<select
          class="form-control"
          name="itemStatus"
          @change=${event => this.load({ itemStatus: event.target.value })}
        >
          ${options(STATUSES, this.query.itemStatus)}
        </select>`
      )}
      <button class="btn btn-default" type="submit">查询</button>
    </form>`;
  }

  turns() {
    const { page } = this.query;
    return html`<div class="cr-buttons">
      ${page ? button('上一页', () => this.load({ page: page - 1 })) : nothing}
      ${this.rows.length === PAGE ? button('下一页', () => this.load({ page: page + 1 })) : nothing}
    </div>`;
  }

  cells(row) {
    return [
      html`<span class="cr-nowrap">${row.applicationNo}</span><br />查询码 ${row.progressCode}`,
      row.subject,
      row.submittedAt.slice(0, 16).replace('T', ' '),
      row.items.map(
        item => html`<div>${item.itemNo}. ${item.name}：${item.resultText ?? item.statusText}</div>`
      ),
      this.papers(row),
      row.items.map(item => this.acts(row, item))
    ];
  }

  /** What is printed at the counter; the rest once it is asked for. */
  papers(row) {
    const { applicationNo, documents = FIRST_PAPERS } = row;
    return html`${documents.map(paper => paperLink(applicationNo, paper))}
    ${row.documents
      ? nothing
      : button('全部文书', async () => {
          row.documents = await call(`/api/v1/applications/${applicationNo}/documents`);
          this.draw();
        })}`;
  }

  acts(row, item) {
    return html`<div class="cr-nowrap">
      ${item.status === 'AWAITING_CORRECTION'
        ? button(`补正第 ${item.itemNo} 项`, () => this.correct(row, item))
        : nothing}
      ${['SUBMITTED', 'AWAITING_CORRECTION', 'ACCEPTED'].includes(item.status)
        ? button(`撤回第 ${item.itemNo} 项`, () => this.withdraw(row, item))
        : nothing}
    </div>`;
  }

  async correct(row, item) {
    const region = row.applicationNo.slice(0, 6);
    const [state, guide] = await Promise.all([
      call(`/api/v1/applications/${row.applicationNo}`),
      call(`/api/v1/regions/${region}/items/${item.item}`)
    ]);
    const { stages } = state.items.find(one => one.itemNo === item.itemNo);
    const demanded = stages.filter(stage => stage.outcome === 'CORRECT').at(-1);
    ask({
      title: `补正第 ${item.itemNo} 项`,
      wide: true,
      content: html`<p>须补正：${demanded?.remark}</p>
        ${guide.materials.map(material => chooseFiles(material, 'materials'))}`,
      send: async form => {
        await call(
          `/api/v1/applications/${row.applicationNo}/items/${item.itemNo}/corrections`,
          'POST',
          { materials: materialsOf(filesOf(form, 'materials')) }
        );
        await this.load();
      }
    });
  }

  withdraw(row, item) {
    ask({
      title: `撤回第 ${item.itemNo} 项`,
      content: html`<p>
        撤回 ${row.subject} 的“${item.name}”。撤回后本项办结，以后可以重新申请。
      </p>`,
      send: async () => {
        await call(
          `/api/v1/applications/${row.applicationNo}/items/${item.itemNo}/withdrawal`,
          'POST',
          {}
        );
        await this.load();
      }
    });
  }
}

/** What is printed for the person at the counter. */
const FIRST_PAPERS = [
  { id: '1-receipt', title: '收件凭证' },
  { id: '1-application', title: '申请表' }
];

const paperLink = (no, { id, title }) =>
  html`<a class="cr-link" target="_blank" href=${url(`/api/v1/applications/${no}/documents/${id}`)}
      >${title}</a
    >　 `;

const node = document.getElementById('window');
try {
  const person = await me();
  const own = person.regions.filter(region => region.window);
  const page = new Window(node, person, await reachable(own));
  window.addEventListener('beforeunload', event => page.intake.isBegun() && event.preventDefault());
  await page.load();
} catch (error) {
  render(html`<p class="desk-error" role="alert">${error.message}</p>`, node);
}
