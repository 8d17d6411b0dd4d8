/** Names over codes in what the webapps draw themselves and have no place to translate. */

/**
 * Keeps at it while the page lives.
 *
 * @param selector of the elements whose text is a code
 * @param nameOf gives the name of a code, now or later; nothing for what is none
 */
export function nameTexts(selector, nameOf) {
  const name = async element => {
    const text = element.textContent.trim();
    const named = text && (await nameOf(text));
    const node = [...element.childNodes].find(child => child.nodeValue?.trim() === text);
    if (named && node) {
      node.nodeValue = named;
    }
  };
  const all = () => document.querySelectorAll(selector).forEach(name);
  all();
  new MutationObserver(all).observe(document.body, {
    childList: true,
    subtree: true,
    characterData: true
  });
}

/** What the webapps' header shows before their texts are there, and does not translate any more. */
nameTexts('.navbar-toggle .sr-only', text =>
  text === 'CAM_WIDGET_HEADER_TOGGLE_NAVIGATION' ? '展开或收起导航' : undefined
);
