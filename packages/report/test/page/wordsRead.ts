type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Entries of a dictionary, by their paths. */
export const leavesOf = (node: object, path = ''): [path: string, leaf: unknown][] =>
  Object.entries(node).flatMap(([key, value]) =>
    isNode(value) ? leavesOf(value, `${path}${key}.`) : [[path + key, value]],
  );

/** A dictionary that notes which of its entries are read. */
export function watched<T extends object>(dictionary: T): { words: T; read: Set<string> } {
  const read = new Set<string>();
  const watch = <N extends object>(node: N, path: string): N =>
    new Proxy(node, {
      get(target, key) {
        const value = Reflect.get(target, key);
        if (isNode(value)) return watch(value, `${path}${String(key)}.`);
        read.add(path + String(key));
        return value;
      },
    });
  return { words: watch(dictionary, ''), read };
}
