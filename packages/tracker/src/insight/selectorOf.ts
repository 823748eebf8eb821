/**
 * Names that people gave. Frameworks make others: `css-1q2w3e`, `Button_root__3xY9z`, `:r1:`, `ember123`,
 * `hNqLcd`, `product-4711`.
 */
const GIVEN = /^[a-z]+([-_][a-z]*\d?)*$/;

const MAX_CHARS = 80;

/**
 * A short CSS selector by which a person finds an element again: from the nearest ancestor with an
 * id down, or as far up as fits into 80 characters. Never made of text. Alike elements of a list have
 * the same, if they have a class.
 *
 * @returns `''` if there is no element.
 */
export function selectorOf(element: Element | null | undefined): string {
  let selector = '';
  for (let at = element; at?.parentElement && selector[0] !== '#'; at = at.parentElement) {
    const { id, localName, classList, parentElement } = at;
    // What moves may be a text.
    if (!classList) continue;
    const name = [...classList].find((name) => GIVEN.test(name));
    const part = GIVEN.test(id)
      ? `#${id}`
      : localName +
        (name ? `.${name}` : `:nth-child(${[...parentElement.children].indexOf(at) + 1})`);
    if (part.length + selector.length >= MAX_CHARS) break;
    selector = selector ? `${part}>${selector}` : part;
  }
  return selector;
}
