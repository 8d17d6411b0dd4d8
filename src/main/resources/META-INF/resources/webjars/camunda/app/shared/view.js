/** Templates that several views use. */
import { live } from '../../../../webjars/lit-html/directives/live.js';
import { html, nothing, render } from '../../../../webjars/lit-html/lit-html.js';

export { html, live, nothing, render };

/** A table; cells are texts or templates. */
export const table = (headings, rows, empty = '没有记录') => html`
  <table class="cr-table table">
    <thead>
      <tr>
        ${headings.map(heading => html`<th>${heading}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.length
        ? rows.map(
            cells =>
              html`<tr>
                ${cells.map(cell => html`<td>${cell ?? '—'}</td>`)}
              </tr>`
          )
        : html`<tr>
            <td colspan=${headings.length} class="cr-empty">${empty}</td>
          </tr>`}
    </tbody>
  </table>
`;

/** An input with its label. */
export const field = (label, input) =>
  html`<label class="cr-field"><span>${label}</span>${input}</label>`;

/** Options of a choice, as pairs of code and name. */
export const options = (pairs, chosen) =>
  pairs.map(
    ([code, name]) =>
      html`<option value=${code} .selected=${String(code) === String(chosen)}>${name}</option>`
  );

/** A text of several lines. */
export const textarea = (name, rows = 3) =>
  html`<textarea class="form-control" name=${name} rows=${rows}></textarea>`;

/** A choice without a first option of its own. */
export const select = (name, pairs, chosen) =>
  html`<select class="form-control" name=${name}>
    ${options(pairs, chosen)}
  </select>`;

/** A choice from many names, narrowed by any part of one; nothing is chosen before. */
export function narrowedSelect(name, pairs, change = () => {}) {
  const node = document.createElement('div');
  const take = event => {
    if (event.key === 'Enter') {
      event.preventDefault();
      const list = node.querySelector('select');
      list.selectedIndex = 0;
      list.focus();
      change(list.value);
    }
  };
  const draw = part =>
    render(
      html`<input
          class="form-control"
          type="search"
          aria-label="按名称筛选"
          placeholder="按名称筛选，回车选中第一个"
          @input=${event => draw(event.target.value.trim())}
          @keydown=${take}
        />
        <select
          class="form-control"
          name=${name}
          size="6"
          @change=${event => change(event.target.value)}
        >
          ${pairs
            .filter(([, text]) => text.includes(part))
            .map(([code, text]) => html`<option value=${code}>${text}</option>`)}
        </select>`,
      node
    );
  draw('');
  return node;
}

/** A number of working days. */
export const workingDays = (value, most) =>
  html`<input
    class="form-control"
    name="workingDays"
    type="number"
    min="1"
    max=${most}
    value=${value}
  />`;

/** A button in a bar or row. */
export const button = (text, click) =>
  html`<button type="button" class="btn btn-default btn-sm" @click=${click}>${text}</button>`;

/** A link that does something here. */
export const action = (text, click, more = nothing) => {
  const follow = async event => {
    event.preventDefault();
    try {
      await click();
    } catch (error) {
      ask({ title: '未能完成', content: html`<p class="cr-error">${error.message}</p>` });
    }
  };
  return html`<a href="" class="cr-link" @click=${follow}>${text}${more}</a>`;
};

/** Draws an error in place of what could not be drawn. */
export const failed = node => error => render(html`<p class="cr-error">${error.message}</p>`, node);

/** Puts what is wrong at the inputs of its fields; what has none is returned. */
export function refuse(form, errors) {
  form.querySelectorAll('.cr-wrong').forEach(told => told.remove());
  const others = [];
  let first;
  for (const { field: name, message } of errors) {
    const input = form.querySelector(`[name="${name.replace(/\[\d+\]$/, '')}"]`);
    if (input) {
      const told = document.createElement('span');
      told.className = 'cr-error cr-wrong';
      told.textContent = message;
      (input.closest('.cr-field') ?? input).append(told);
      input.addEventListener('input', () => told.remove(), { once: true });
      first ??= input;
    } else {
      others.push(message);
    }
  }
  first?.focus();
  return others.join('；');
}

/**
 * Opens a dialog, and gives what closes it. With a send, it has a button that sends the form's data
 * and closes the dialog; errors are shown at their fields, and the dialog stays.
 *
 * @param closed called when it is closed
 */
export function ask({ title, content, send, sendText = title, wide = false, closed }) {
  const dialog = document.createElement('dialog');
  dialog.className = wide ? 'cr-dialog' : 'cr-dialog cr-narrow';
  dialog.setAttribute('aria-label', title);
  dialog.addEventListener('close', () => {
    dialog.remove();
    closed?.();
  });
  let busy = false;
  const submit = async event => {
    event.preventDefault();
    if (!send || busy) {
      return;
    }
    busy = true;
    draw('');
    try {
      await send(new FormData(event.target));
      dialog.close();
    } catch (error) {
      busy = false;
      draw(error.errors?.length ? refuse(event.target, error.errors) : error.message);
    }
  };
  const draw = refusal =>
    render(
      html`<form novalidate @submit=${submit}>
        <h3>${title}</h3>
        ${content}
        <p class="cr-error" role="alert">${refusal}</p>
        <div class="cr-buttons">
          <button type="button" class="btn btn-default" @click=${() => dialog.close()}>
            ${send ? '取消' : '关闭'}
          </button>
          ${send
            ? html`<button type="submit" class="btn btn-primary" ?disabled=${busy}>
                ${sendText}
              </button>`
            : nothing}
        </div>
      </form>`,
      dialog
    );
  draw('');
  document.body.append(dialog);
  dialog.showModal();
  return () => dialog.close();
}
