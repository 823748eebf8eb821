/** Tells whoever watches a site that its journeys have moved. In this process only. */
export interface Hub {
  moved(site: string): void;
  /** @returns A function that stops watching. */
  watch(site: string, onMoved: () => void): () => void;
}

export function createHub(): Hub {
  const watchers = new Map<string, Set<() => void>>();

  return {
    moved(site) {
      for (const onMoved of watchers.get(site) ?? []) onMoved();
    },
    watch(site, onMoved) {
      const set = watchers.get(site) ?? new Set();
      watchers.set(site, set.add(onMoved));
      return () => {
        set.delete(onMoved);
        if (set.size === 0) watchers.delete(site);
      };
    },
  };
}
