/** Parts that stand for a line of their own, so that a label and its sum can be told apart. */
const ROWS = /^(P|DIV|LI|TR|DT|DD|H[1-6]|BR|UL|OL|DL|SECTION|TABLE|ADDRESS|ARTICLE)$/;
const UNREAD = /^(SCRIPT|STYLE|NOSCRIPT|TEMPLATE|SVG|SELECT|TEXTAREA|NAV|FOOTER)$/i;

/** Text of an element as a shopper reads it, cells side by side and rows one below another. Measures nothing. */
export function textOf(element: Element, maxChars = 20_000): string {
  let text = '';
  const read = (node: Node) => {
    if (text.length > maxChars) return;
    if (node.nodeType === 3) text += (node as Text).data.replace(/\s+/g, ' ');
    else if (node.nodeType === 1 && !UNREAD.test(node.nodeName) && !(node as HTMLElement).hidden) {
      const isRow = ROWS.test(node.nodeName);
      text += isRow ? '\n' : /^T[DH]$/.test(node.nodeName) ? ' ' : '';
      node.childNodes.forEach(read);
      if (isRow) text += '\n';
    }
  };
  read(element);
  return text
    .replace(/ *\n\s*/g, '\n')
    .replace(/ +/g, ' ')
    .trim();
}
