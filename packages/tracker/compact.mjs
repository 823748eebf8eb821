import { parseAst } from 'rollup/parseAst';

/**
 * A rollup plugin that says the same in fewer bytes: arrows for functions, `let` for `const`, so that
 * the minifier can join what is left.
 *
 * It would be wrong for code that calls a function above its line while loading. Ours starts last.
 */
export function compact() {
  return {
    name: 'compact',
    generateBundle(_, files) {
      for (const file of Object.values(files)) file.code = file.code.trim();
    },
    renderChunk(code) {
      const edits = [];
      visit(parseAst(code), (node) => {
        if (node.type === 'VariableDeclaration' && node.kind === 'const') {
          edits.push({ from: node.start, to: node.start + 'const'.length, text: 'let' });
        }
        if (node.type === 'FunctionDeclaration' && !usesOwnThis(code.slice(node.start, node.end))) {
          const { id, body, async } = node;
          const name = `let ${id.name} = ${async ? 'async ' : ''}`;
          edits.push({ from: node.start, to: code.indexOf('(', id.end), text: name });
          edits.push({ from: body.start, to: body.start, text: '=> ' });
          edits.push({ from: node.end, to: node.end, text: ';' });
        }
      });

      edits.sort((a, b) => b.from - a.from);
      return edits.reduce(
        (text, edit) => text.slice(0, edit.from) + edit.text + text.slice(edit.to),
        code,
      );
    },
  };
}

function usesOwnThis(functionCode) {
  return /\b(this|arguments|yield)\b/.test(functionCode);
}

function visit(node, see) {
  if (typeof node !== 'object' || node === null) return;
  if (typeof node.type === 'string') see(node);
  for (const child of Object.values(node)) visit(child, see);
}
