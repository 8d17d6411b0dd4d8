/** Draws the components of a task's form, and reads the answer that was given. */
import { html, nothing } from '../shared/view.js';

/** Names of the fields of an answer that every task has. */
const outcomeOf = form => form.find(one => one.key?.endsWith('Outcome'));

/** A comment with another text behind it. */
export const joined = (comment, text) => (comment.trim() ? `${comment.trim()}\n${text}` : text);

export class AnswerForm {
  values = {};
  errors = {};

  /**
   * @param refused the outcomes that the task cannot end with as things stand, by their reasons
   * @param draft what was written before
   */
  constructor({ form, outcomes, refused, draft, changed }) {
    this.fields = form.filter(one => one.key && !one.disabled);
    this.outcome = outcomeOf(form);
    this.outcomes = outcomes;
    this.refused = refused;
    this.changed = changed;
    for (const field of this.fields) {
      this.values[field.key] = field.defaultValue ?? '';
    }
    if (outcomes.length === 1) {
      this.values[this.outcome.key] = outcomes[0].code;
    }
    Object.assign(this.values, draft);
  }

  get chosen() {
    return this.outcomes.find(one => one.code === this.values[this.outcome.key]);
  }

  set(key, value) {
    this.values[key] = value;
    delete this.errors[key];
    this.changed(this.values);
  }

  /** Chooses the n-th outcome. */
  choose(n) {
    const outcome = this.outcomes[n];
    if (outcome && !this.refused.has(outcome.code)) {
      this.set(this.outcome.key, outcome.code);
    }
  }

  /**
   * Takes a template's comment, behind what is written or in place of another template's, and the
   * outcome that it explains.
   */
  take(template) {
    this.values[this.outcome.key] = template.outcome;
    const written = this.values.comment;
    this.set('comment', written === this.taken ? template.body : joined(written, template.body));
    this.taken = written.trim() && written !== this.taken ? undefined : template.body;
  }

  /** The answer, as the server takes several. */
  answer(taskId) {
    const given = key => this.values[key]?.trim() || null;
    const known = [this.outcome.key, 'comment', 'refusalReason'];
    const details = this.fields
      .map(field => field.key)
      .filter(key => !known.includes(key) && given(key))
      .map(key => [key, given(key)]);
    return {
      taskId,
      outcome: given(this.outcome.key),
      comment: given('comment'),
      refusalReason: this.chosen?.refusal ? given('refusalReason') : null,
      details: Object.fromEntries(details)
    };
  }

  /** Puts the focus to the first field with an error. */
  focusWrong() {
    document
      .querySelector('.desk-decision [aria-invalid=true]')
      ?.closest('.desk-field')
      .querySelector('input, select, textarea')
      .focus();
  }

  /** Errors stand at their fields; those of no field are returned. */
  refuse(errors) {
    const key = field => (field === 'outcome' ? this.outcome.key : field);
    const mine = error => this.fields.some(field => field.key === key(error.field));
    this.errors = Object.fromEntries(
      errors.filter(mine).map(error => [key(error.field), error.message])
    );
    return errors.filter(error => !mine(error));
  }

  /** What leaves nothing to choose is not asked. */
  hidden(field) {
    return (
      (field === this.outcome && this.outcomes.length === 1) ||
      (field.key === 'refusalReason' && !this.chosen?.refusal)
    );
  }

  template() {
    return this.fields.filter(field => !this.hidden(field)).map(field => this.field(field));
  }

  field(field) {
    const error = this.errors[field.key];
    const required =
      field.validate?.required ||
      field.key === 'refusalReason' ||
      (field.key === 'comment' && this.chosen?.commentRequired);
    const label = html`${field.label}${required ? html` <b class="cr-late">*</b>` : nothing}`;
    const wrong = error
      ? html`<span class="cr-error" id=${`error-${field.key}`}>${error}</span>`
      : nothing;
    if (field.type === 'radio') {
      const numbered = field === this.outcome;
      return html`<fieldset class="desk-field" aria-invalid=${Boolean(error)}>
        <legend>${label}</legend>
        ${field.values.map(
          (one, i) =>
            html`<label>
              <input
                type="radio"
                name=${field.key}
                .checked=${this.values[field.key] === one.value}
                ?disabled=${numbered && this.refused.has(one.value)}
                @change=${() => this.set(field.key, one.value)}
              />
              ${numbered ? html`<kbd>${i + 1}</kbd>` : nothing} ${one.label}
            </label>`
        )}
        ${numbered
          ? [...new Set(this.refused.values())].map(
              reason => html`<small class="cr-soon">${reason}</small>`
            )
          : nothing}
        ${wrong}
      </fieldset>`;
    }
    const change = event => this.set(field.key, event.target.value);
    return html`<label class="desk-field">
      <span>${label}</span>
      ${this.input(field, change, error)} ${wrong}
    </label>`;
  }

  input(field, change, error) {
    const value = this.values[field.key];
    if (field.type === 'select') {
      return html`<select class="form-control" @change=${change}>
        ${field.values.map(
          one =>
            html`<option value=${one.value} .selected=${one.value === value}>${one.label}</option>`
        )}
      </select>`;
    }
    if (field.type === 'textarea') {
      const most = field.validate?.maxLength ?? 1000;
      return html`<textarea
          class="form-control"
          rows="3"
          aria-invalid=${Boolean(error) || value.length > most}
          .value=${value}
          @input=${change}
        ></textarea>
        ${value.length > most * 0.9
          ? html`<small class=${value.length > most ? 'cr-error' : ''}
              >${value.length} / ${most} 字</small
            >`
          : nothing}`;
    }
    return html`<input
      class="form-control"
      type=${field.properties?.kind ?? 'text'}
      aria-invalid=${Boolean(error)}
      .value=${value}
      @input=${change}
    />`;
  }
}
