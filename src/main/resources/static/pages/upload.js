/** Hands chosen files on at once, shows how far they are, and names them in the form. */
const MOST_BYTES = 10 * 1024 * 1024;

const element = (name, values) => Object.assign(document.createElement(name), values);

const removing = line =>
  element('button', {
    type: 'button',
    textContent: '移除',
    onclick: () => {
      const form = line.closest('form');
      line.remove();
      form.dispatchEvent(new Event('change'));
    }
  });

/** A line for a file under the input that it was chosen with. */
function lineOf(input, name) {
  const line = element('li', { className: 'front-file' });
  line.append(element('span', { textContent: name }));
  input.closest('fieldset').querySelector('.front-files').append(line);
  return line;
}

/** The file is there: the form names what it is and its number, if it is asked for. */
function settle(line, input, value) {
  const name = input.dataset.field;
  line.append(
    element('em', { className: 'good', textContent: name ? '已上传' : '已带入' }),
    ...(name ? [element('input', { type: 'hidden', name, value })] : []),
    removing(line)
  );
}

/** What failed is said on the line, which can be removed. */
function failing(line, bar) {
  return text => {
    bar.remove();
    const said = element('strong', { className: 'late', textContent: text });
    said.setAttribute('role', 'alert');
    line.append(said, removing(line));
  };
}

/** What a certificate states need not be typed; what was typed stays. */
function prefill(form, stated) {
  ['address', 'legalRepresentative'].forEach(name => {
    const input = form.elements[name];
    if (stated[name] && input && !input.value) {
      input.value = stated[name];
    }
  });
}

/** Asks for a certificate of the subject; its consent is given by the box beside. */
async function fetchCertificate(button) {
  const consent = button.parentElement.querySelector('[data-consent]');
  if (!consent.checked) {
    consent.required = true;
    consent.reportValidity();
    consent.required = false;
    return;
  }
  const line = lineOf(button, button.textContent);
  const bar = element('progress', {});
  bar.setAttribute('aria-label', button.textContent);
  line.append(bar);
  const failed = failing(line, bar);
  const { certificate, code, record, to } = button.dataset;
  const fields = new FormData(button.form);
  const body = new URLSearchParams({
    region: fields.get('region'),
    uscc: fields.get('uscc'),
    kind: certificate,
    record,
    consent: 'yes'
  });
  try {
    const response = await fetch(to, { method: 'POST', body });
    const answer = await response.json();
    if (!response.ok) {
      failed(answer.message || '调取失败，请上传材料');
      return;
    }
    bar.remove();
    line.querySelector('span').textContent = answer.fileName;
    settle(line, button, `${code}:${answer.materialId}`);
    prefill(button.form, answer);
    button.form.dispatchEvent(new Event('change'));
  } catch {
    failed('网络中断，请重试，或上传材料');
  }
}

function send(input, file) {
  const line = lineOf(input, file.name);
  const bar = element('progress', { max: 1, value: 0 });
  bar.setAttribute('aria-label', `上传 ${file.name}`);
  line.append(bar);
  const failed = failing(line, bar);
  if (file.size > MOST_BYTES) {
    failed('文件不能超过 10 MB');
    return;
  }
  const request = new XMLHttpRequest();
  request.open('POST', input.dataset.to);
  request.responseType = 'json';
  request.upload.onprogress = event => {
    bar.value = event.loaded / event.total;
  };
  request.onload = () => {
    if (request.status !== 200) {
      failed(request.response?.message || '上传失败，请重试');
      return;
    }
    bar.remove();
    settle(line, input, `${input.dataset.code}:${request.response.id}`);
    input.form.dispatchEvent(new Event('change'));
  };
  request.onerror = () => failed('网络中断，请重新选择文件');
  const form = new FormData();
  form.append('file', file);
  request.send(form);
}

document.querySelectorAll('input[type=file][data-to]').forEach(input => {
  input.addEventListener('change', event => {
    event.stopPropagation();
    [...input.files].forEach(file => send(input, file));
    input.value = '';
  });
  // A draft tells of files that were uploaded before.
  input.form.addEventListener('uploaded', ({ detail: { name, value, file } }) => {
    if (name === input.dataset.field && value.startsWith(`${input.dataset.code}:`)) {
      settle(lineOf(input, file), input, value);
    }
  });
});

document.querySelectorAll('button[data-certificate]').forEach(button => {
  button.addEventListener('click', () => fetchCertificate(button));
});

document.querySelectorAll('form[data-ask]').forEach(form => {
  form.addEventListener('submit', event => {
    if (!window.confirm(form.dataset.ask)) {
      event.preventDefault();
    }
  });
});
