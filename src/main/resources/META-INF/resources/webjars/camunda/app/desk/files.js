/** Files for an application: chosen, dropped or scanned, handed in at once. */
import { upload } from '../shared/server.js';
import { html, render } from '../shared/view.js';

const MOST_BYTES = 10 * 1024 * 1024;

/** One file's line, which takes itself away. */
function lineOf(list, name) {
  const line = document.createElement('li');
  const remove = () => line.remove();
  list.append(line);
  return (state, value) =>
    render(
      html`${name} <em>${state}</em>
        ${value ? html`<input type="hidden" name=${list.dataset.name} value=${value} />` : ''}
        <button type="button" class="btn btn-default btn-sm" @click=${remove}>移除</button>`,
      line
    );
}

async function take(list, code, file) {
  const say = lineOf(list, file.name);
  if (file.size > MOST_BYTES) {
    say('文件不能超过 10 MB');
    return;
  }
  say('正在上传…');
  try {
    const { id } = await upload(file);
    say('已上传', `${code}:${id}`);
  } catch (error) {
    say(error.message);
  }
}

/** A place where the files of a material are chosen or dropped. */
export function chooseFiles(material, name) {
  const takeAll = (place, files) => {
    const list = place.closest('.window-files').querySelector('ul');
    [...files].forEach(file => take(list, material.code, file));
  };
  return html`<div
    class="window-files"
    @dragover=${event => event.preventDefault()}
    @drop=${event => {
      event.preventDefault();
      takeAll(event.target, event.dataTransfer.files);
    }}
  >
    <label class="cr-field"
      ><span>${material.name}${material.required && !material.shared ? ' *' : '（视情况）'}</span>
      <input
        type="file"
        multiple
        accept=".pdf,.jpg,.jpeg,.png,.ofd"
        @change=${event => {
          takeAll(event.target, event.target.files);
          event.target.value = '';
        }}
    /></label>
    <ul data-name=${name}></ul>
  </div>`;
}

/** What a form says about its files, each {@code code:id}. */
export const filesOf = (form, name) => form.getAll(name).map(String);

export const materialsOf = files =>
  files.map(one => {
    const [code, materialId] = one.split(':');
    return { code, materialId };
  });
