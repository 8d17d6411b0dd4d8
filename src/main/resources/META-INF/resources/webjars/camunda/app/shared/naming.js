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
  new MutationObserver(() => document.querySelectorAll(selector).forEach(name)).observe(
    document.body,
    { childList: true, subtree: true, characterData: true }
  );
}
