/** Keeps what was entered in the browser until it is sent, so that nothing is lost on the way. */
const { done } = document.currentScript?.dataset ?? {};
const clear = begin =>
  Object.keys(localStorage)
    .filter(key => key.startsWith(begin))
    .forEach(key => localStorage.removeItem(key));
if (done) {
  clear(done);
}

/** Everything that a person enters or uploads, but not what the page brings along. */
const KEPT = 'input:not([type=file], [type=hidden]), textarea, .front-file input[type=hidden]';

function keep(form) {
  const fields = [...form.querySelectorAll(KEPT)].map(input => ({
    name: input.name,
    value: input.type === 'checkbox' ? input.checked : input.value,
    file: input.closest('.front-file')?.querySelector('span').textContent
  }));
  localStorage.setItem(form.dataset.draft, JSON.stringify(fields));
}

function fill(form, { name, value, file }) {
  if (file) {
    form.dispatchEvent(new CustomEvent('uploaded', { detail: { name, value, file } }));
    return;
  }
  const input = form.elements[name];
  if (input?.type === 'checkbox') {
    input.checked = value;
  } else if (input && !input.value) {
    input.value = value;
  }
}

document.querySelectorAll('form[data-draft]').forEach(form => {
  JSON.parse(localStorage.getItem(form.dataset.draft) ?? '[]').forEach(field => fill(form, field));
  form.addEventListener('input', () => keep(form));
  form.addEventListener('change', () => keep(form));
  form.addEventListener('submit', () => keep(form));
  form.querySelector('[data-clear]')?.addEventListener('click', () => {
    clear(form.dataset.draft);
    form.reset();
    form.querySelectorAll('.front-file').forEach(line => line.remove());
  });
});
