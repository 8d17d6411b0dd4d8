/** Taking an application in: records are looked up and chosen, never typed. */
import { call } from '../shared/server.js';
import { button, field, html, nothing, options, refuse } from '../shared/view.js';
import { chooseFiles, filesOf, materialsOf } from './files.js';

const input = (name, value = '', more = {}) =>
  html`<input
    class="form-control"
    name=${name}
    type=${more.type ?? 'text'}
    maxlength=${more.most ?? 100}
    max=${more.max ?? nothing}
    .value=${value ?? ''}
  />`;

const text = (form, name) => String(form.get(name) ?? '').trim() || null;

const personOf = (form, name) => ({
  name: text(form, `${name}.name`),
  mobile: text(form, `${name}.mobile`)
});

export class IntakeView {
  constructor(page) {
    this.page = page;
    this.region = page.own.code;
    this.clear();
  }

  clear() {
    this.found = null;
    this.several = [];
    this.chosen = [];
    this.agent = false;
    this.error = '';
    this.busy = false;
    this.key = crypto.randomUUID();
  }

  /** Whether something would be lost by leaving. */
  isBegun() {
    return this.chosen.length > 0;
  }

  /** The code of a subject that was given by its whole name; nothing where several have it. */
  async codeOf(name) {
    if (/^[0-9A-Za-z]{9,18}$/.test(name)) {
      return name;
    }
    const named = await call(
      `/api/v1/regions/${this.region}/subjects?name=${encodeURIComponent(name)}`
    );
    if (!named.length) {
      throw new Error('该地区没有公示此名称的主体，请核对完整名称，个人请填写公民身份号码');
    }
    this.several = named.length > 1 ? named : [];
    return named.length > 1 ? null : named[0].uscc;
  }

  async look(form) {
    this.clear();
    this.region = form.get('region');
    const wanted = text(form, 'uscc');
    try {
      if (!wanted) {
        throw new Error('请填写统一社会信用代码、公民身份号码或完整名称');
      }
      const path = `/api/v1/regions/${this.region}`;
      this.uscc = await this.codeOf(wanted);
      if (!this.uscc) {
        this.page.draw();
        return;
      }
      [this.found, this.commitment] = await Promise.all([
        call(`${path}/guidance?uscc=${encodeURIComponent(this.uscc)}`),
        call(`${path}/commitment`)
      ]);
    } catch (error) {
      this.error = error.message;
    }
    this.page.draw();
  }

  view() {
    return html`<section>
      <h2>收件</h2>
      <form
        class="cr-bar"
        @submit=${event => {
          event.preventDefault();
          this.look(new FormData(event.target));
        }}
      >
        ${field(
          '办理地区',
          html`<select class="form-control" name="region">
            ${options(
              this.page.regions.map(one => [one.code, one.name]),
              this.region
            )}
          </select>`
        )}
        ${field(
          '统一社会信用代码、公民身份号码或完整名称',
          html`<input class="form-control" name="uscc" type="search" size="30" maxlength="200" />`
        )}
        <button class="btn btn-primary" type="submit">查询失信信息</button>
      </form>
      ${this.several.map(one =>
        button(`${one.name}　${one.uscc}`, () => {
          const chosen = new FormData();
          chosen.set('region', this.region);
          chosen.set('uscc', one.uscc);
          this.look(chosen);
        })
      )}
      ${this.found ? this.foundView() : html`<p class="cr-error" role="alert">${this.error}</p>`}
    </section>`;
  }

  foundView() {
    const { now, later, notPossible } = this.found;
    if (!now.length && !later.length && !notPossible.length) {
      return html`<p>该主体在本地区没有公示中的失信信息。</p>`;
    }
    return html`
      <fieldset class="window-records">
        <legend>选择要修复的信息</legend>
        ${now.map(record => this.choice(record))}
        ${[...later, ...notPossible].map(
          record =>
            html`<p class="cr-muted">
              ${record.itemName}　${record.documentNo}　${[
                record.eligibleFrom && `最早 ${record.eligibleFrom}`,
                ...record.reasons.map(reason => reason.message ?? reason)
              ]
                .filter(Boolean)
                .join('；')}
            </p>`
        )}
      </fieldset>
      ${this.chosen.length ? this.form() : nothing}
    `;
  }

  choice(record) {
    const toggle = event => {
      this.chosen = event.target.checked
        ? [...this.chosen, record]
        : this.chosen.filter(one => one !== record);
      this.page.draw();
    };
    return html`<label
      ><input type="checkbox" .checked=${this.chosen.includes(record)} @change=${toggle} />
      ${record.itemName}　${record.documentNo}　（${record.recordNo}）　${record.unit?.name}</label
    >`;
  }

  form() {
    const { subject } = this.found.application;
    return html`<form
      class="window-form"
      novalidate
      @submit=${event => {
        event.preventDefault();
        this.send(event.target);
      }}
    >
      <h3>${subject.name}（${subject.uscc}）</h3>
      <div class="window-fields">
        ${field('住所（经营场所）', input('subject.address', subject.address, { most: 300 }))}
        ${field('法定代表人（负责人、经营者）', input('subject.legalRepresentative'))}
        ${field('联系人 *', input('contact.name'))}
        ${field('联系手机 *', input('contact.mobile', '', { most: 11, type: 'tel' }))}
        ${field('电子邮箱（选填，告知另发邮件）', input('email', '', { most: 254, type: 'email' }))}
      </div>
      <label
        ><input
          type="checkbox"
          .checked=${this.agent}
          @change=${event => {
            this.agent = event.target.checked;
            this.page.draw();
          }}
        />
        委托经办人办理</label
      >
      ${this.agent
        ? html`<div class="window-fields">
            ${field('经办人 *', input('agent.name'))}
            ${field('经办人手机 *', input('agent.mobile', '', { most: 11, type: 'tel' }))}
          </div>`
        : nothing}
      ${this.chosen.map((record, at) => this.item(record, at))}
      <details>
        <summary>信用承诺全文</summary>
        ${this.commitment.clauses.map(clause => html`<p>${clause}</p>`)}
      </details>
      <label class="cr-field"
        ><span
          ><input type="checkbox" name="commitment" value="yes" /> 申请人已阅读全文并作出信用承诺
          *</span
        ></label
      >
      <p class="cr-error" role="alert">${this.error}</p>
      <button class="btn btn-primary" type="submit" ?disabled=${this.busy}>提交</button>
    </form>`;
  }

  item(record, at) {
    const name = part => `items[${at}].${part}`;
    return html`<fieldset class="window-item">
      <legend>${at + 1}. ${record.itemName}　${record.documentNo}</legend>
      ${field(
        '义务履行完毕日期 *',
        input(name('obligationsFulfilledOn'), '', { type: 'date', max: this.page.person.today })
      )}
      ${field(
        '整改和履行情况 *',
        html`<textarea
          class="form-control"
          rows="2"
          maxlength="1000"
          name=${name('reason')}
        ></textarea>`
      )}
      ${record.toHandIn.map(material => chooseFiles(material, name('materials')))}
      ${record.fetchedByUnit.length
        ? html`<p class="cr-muted">
            由单位核取，无须提交：${record.fetchedByUnit.map(one => one.name).join('、')}
          </p>`
        : nothing}
    </fieldset>`;
  }

  body(form) {
    const { subject } = this.found.application;
    return {
      subject: {
        ...subject,
        address: text(form, 'subject.address'),
        legalRepresentative: text(form, 'subject.legalRepresentative')
      },
      contact: personOf(form, 'contact'),
      agent: this.agent ? personOf(form, 'agent') : null,
      email: text(form, 'email'),
      items: this.chosen.map((record, at) => ({
        item: record.item,
        recordNo: record.recordNo,
        reason: text(form, `items[${at}].reason`),
        obligationsFulfilledOn: text(form, `items[${at}].obligationsFulfilledOn`),
        materials: materialsOf(filesOf(form, `items[${at}].materials`))
      })),
      commitment: form.get('commitment') === 'yes',
      channel: 'WINDOW'
    };
  }

  /** A second click sends nothing; what is wrong stands at its fields. */
  async send(node) {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.error = '';
    this.page.draw();
    try {
      const sent = await call(
        `/api/v1/regions/${this.region}/applications`,
        'POST',
        this.body(new FormData(node)),
        { 'Idempotency-Key': this.key }
      );
      this.clear();
      await this.page.sent(sent);
    } catch (error) {
      this.busy = false;
      this.error = error.errors?.length ? refuse(node, error.errors) : error.message;
      this.page.draw();
    }
  }
}
