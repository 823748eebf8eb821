import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What each package may import besides itself. Nothing points back. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  journey: ['valibot'],
  tracker: ['@cartograph/journey'],
  report: ['@cartograph/journey', 'd3-sankey', 'hono/', 'temporal-polyfill'],
  collector: [
    '@cartograph/journey',
    '@cartograph/report',
    '@clickhouse/client',
    '@hono/node-server',
    'bowser',
    'cli-progress',
    'cli-table3',
    'csv-parse',
    'hono',
    'isbot',
    'node:',
  ],
};

/** Inside a package: what a room may not look into. */
const ROOMS: readonly [room: string, never: string][] = [
  ['journey/src', 'journey/src/parse'],
  ['tracker/src/queue', 'tracker/src/capture'],
  ['tracker/src/send', 'tracker/src/capture'],
  ['tracker/src/browser', 'tracker/src/capture'],
  ['tracker/src/browser', 'tracker/src/queue'],
  ['tracker/src/browser', 'tracker/src/send'],
  ['collector/src/settings', 'collector/src/sites'],
  ['collector/src/settings', 'collector/src/store'],
  ['collector/src/sites', 'collector/src/store'],
  ['collector/src/security', 'collector/src/routes'],
  ['collector/src/reading', 'collector/src/routes'],
  ['collector/src/ingest', 'collector/src/routes'],
  ['collector/src/store', 'collector/src/routes'],
  ['collector/src/store', 'collector/src/commands'],
  ['collector/src/routes', 'collector/src/commands'],
  ['collector/src/import', 'collector/src/store'],
];

/** Only these may know that they run on Node, or which database there is. */
const NODE_ONLY = [
  'node.ts',
  'bin.ts',
  'commands/',
  'import/',
  'store/logSync.ts',
  'store/sqlite.ts',
  'store/clickhouse/packedFacts.ts',
  'store/nodeDriver.ts',
  'webhooks/sendOnNode.ts',
  'webhooks/isPublicAddress.ts',
];

describe.each(Object.entries(PACKAGES))('package %s', (name, allowed) => {
  const files = sources(join(ROOT, 'packages', name, 'src'));

  it('imports only what its place in the house allows', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter(({ to }) =>
          to.startsWith('.')
            ? !resolve(dirname(file), to).startsWith(join(ROOT, 'packages', name, 'src'))
            : !allowed.some((prefix) => to.startsWith(prefix)),
        )
        .map(({ to }) => `${relative(ROOT, file)} imports ${to}`),
    );
    expect(files.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });
});

it('no room looks back', () => {
  const wrong = ROOMS.flatMap(([room, never]) =>
    sources(join(ROOT, 'packages', room))
      .filter((file) => !file.startsWith(join(ROOT, 'packages', never)))
      .flatMap((file) =>
        importsOf(file)
          .filter(({ to }) => to.startsWith('.'))
          .map(({ to }) => resolve(dirname(file), to))
          .filter((to) => to.startsWith(join(ROOT, 'packages', never)))
          .map((to) => `${relative(ROOT, file)} imports ${relative(ROOT, to)}`),
      ),
  );
  expect(wrong).toEqual([]);
});

it('only what parses for the collector needs a library', () => {
  const root = join(ROOT, 'packages/journey/src');
  const wrong = sources(root)
    .filter((file) => !file.startsWith(join(root, 'parse')))
    .filter((file) => importsOf(file).some(({ to }) => !to.startsWith('.')))
    .map((file) => relative(ROOT, file));
  expect(wrong).toEqual([]);
});

it('the tracker takes nothing but types from journey: it ships no byte of it', () => {
  const wrong = sources(join(ROOT, 'packages/tracker/src')).flatMap((file) =>
    importsOf(file)
      .filter(({ to, typeOnly }) => to.startsWith('@cartograph/journey') && !typeOnly)
      .map(() => relative(ROOT, file)),
  );
  expect(wrong).toEqual([]);
});

it('only the entries for Node know Node', () => {
  const root = join(ROOT, 'packages/collector/src');
  const wrong = sources(root)
    .map((file) => ({ file, place: relative(root, file) }))
    .filter(({ place }) => !NODE_ONLY.some((known) => place.startsWith(known)))
    .filter(({ file }) => importsOf(file).some(({ to }) => /^(node:|@hono\/node)/.test(to)))
    .map(({ place }) => place);
  expect(wrong).toEqual([]);
});

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file));
}

function importsOf(file: string): { to: string; typeOnly: boolean }[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const found: { to: string; typeOnly: boolean }[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      const to = (node.moduleSpecifier as ts.StringLiteral).text;
      const typeOnly = ts.isImportDeclaration(node)
        ? node.importClause?.isTypeOnly === true
        : node.isTypeOnly;
      found.push({ to, typeOnly });
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [to] = node.arguments;
      if (to && ts.isStringLiteral(to)) found.push({ to: to.text, typeOnly: false });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
