/** Finds items of the guide by any part of their names; the one that the address names is opened. */
const find = document.getElementById('find');
const items = [...document.querySelectorAll('.guide-item')];

find.form.addEventListener('submit', event => event.preventDefault());
find.addEventListener('input', () => {
  const part = find.value.trim();
  items.forEach(item => {
    item.hidden = !item.querySelector('summary').textContent.includes(part);
  });
  document.querySelectorAll('.guide-group').forEach(group => {
    group.hidden = !group.querySelector('.guide-item:not([hidden])');
  });
  document.getElementById('none').hidden = items.some(item => !item.hidden);
});

const open = () =>
  document.getElementById(location.hash.slice(1))?.closest('details')?.setAttribute('open', '');
addEventListener('hashchange', open);
open();
