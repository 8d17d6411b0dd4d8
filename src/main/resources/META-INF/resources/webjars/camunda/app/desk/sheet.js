/** The sheet of a case: what does not decide is folded, materials open beside the form. */

const KINDS = { pdf: 'pdf', jpg: 'image', jpeg: 'image', png: 'image' };
const opened = new Set(JSON.parse(sessionStorage.getItem('desk-opened') ?? '[]'));

class Material {
  constructor(link, name) {
    this.address = link.getAttribute('href');
    this.file = link.textContent;
    this.name = name;
    this.kind = KINDS[this.file.split('.').pop().toLowerCase()] ?? 'other';
    this.link = link;
  }

  get isOpened() {
    return opened.has(this.address);
  }

  /** It has been looked at in this session. */
  opened() {
    opened.add(this.address);
    sessionStorage.setItem('desk-opened', JSON.stringify([...opened]));
    this.link.classList.add('desk-opened');
  }
}

const materials = new WeakMap();

/**
 * The sheet as nodes.
 *
 * @param text HTML that the server has made from its templates, every value escaped
 * @param look is called with a material that is to be shown
 */
export function foldedSheet(text, look) {
  const sheet = document.createElement('div');
  sheet.append(document.createRange().createContextualFragment(text));
  for (const part of sheet.querySelectorAll('.fold')) {
    const fold = document.createElement('details');
    const heading = part.querySelector('h4');
    const summary = document.createElement('summary');
    summary.textContent = heading.textContent;
    heading.remove();
    fold.append(summary, ...part.childNodes);
    part.replaceWith(fold);
  }
  const found = [...sheet.querySelectorAll('a[href^="/materials/"]')].map(link => {
    const name = link.closest('tr').cells[0].textContent;
    const correction = link.parentElement.querySelector('.soon') ? '（补正）' : '';
    return new Material(link, name + correction);
  });
  for (const material of found) {
    material.link.classList.toggle('desk-opened', material.isOpened);
    material.link.addEventListener('click', event => {
      event.preventDefault();
      look(material);
    });
  }
  materials.set(sheet, found);
  return sheet;
}

export const materialsOf = sheet => materials.get(sheet);
