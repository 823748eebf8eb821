type Node = Readonly<Record<string, unknown>>;

/** Every entry of a dictionary with its path. */
export function leavesOf(node: object, path = ''): [path: string, leaf: unknown][] {
  return Object.entries(node).flatMap(([key, value]) =>
    isNode(value) ? leavesOf(value, `${path}${key}.`) : [[path + key, value] as [string, unknown]],
  );
}

/** A dictionary that notes which of its entries are read. */
export function watched<T extends object>(node: T, used: Set<string>, path = ''): T {
  return new Proxy(node, {
    get(target, key) {
      const value = Reflect.get(target, key);
      if (isNode(value)) return watched(value, used, `${path}${String(key)}.`);
      used.add(path + String(key));
      return value;
    },
  });
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
