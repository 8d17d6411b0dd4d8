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

/** The file is there: the form names what it is and its number. */
function settle(line, input, value) {
  line.append(
    element('em', { className: 'good', textContent: '已上传' }),
    element('input', { type: 'hidden', name: input.dataset.field, value }),
    removing(line)
  );
}

function send(input, file) {
  const line = lineOf(input, file.name);
  const bar = element('progress', { max: 1, value: 0 });
  bar.setAttribute('aria-label', `上传 ${file.name}`);
  line.append(bar);
  const failed = text => {
    bar.remove();
    const said = element('strong', { className: 'late', textContent: text });
    said.setAttribute('role', 'alert');
    line.append(said, removing(line));
  };
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

document.querySelectorAll('form[data-ask]').forEach(form => {
  form.addEventListener('submit', event => {
    if (!window.confirm(form.dataset.ask)) {
      event.preventDefault();
    }
  });
});
