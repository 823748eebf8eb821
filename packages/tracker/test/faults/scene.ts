import { expect, vi } from 'vitest';
import { type Browser, type Engine, evaluate, type Tab } from './engines/engine.ts';
import { createWorld, type World } from './world.ts';

/** What came of what was tracked, counted by its number. */
export interface Tally {
  tracked: number;
  stored: number;
  /** Stored more than once. */
  doubled: number;
  /** Times that one was sent again, be it that it had failed. */
  sentAgain: number;
}

/** A shopper in a world. */
export interface Scene {
  readonly engine: Engine;
  readonly world: World;
  /** The shopper's browser. */
  browser: Browser;
  /** Opens a tab on a page of the shop. Done when the tracker knows whom it tracks. */
  visit(path?: string): Promise<Tab>;
  /** Follows a link to another page of the shop, in the task that does `first`. */
  leaveFor(tab: Tab, path: string, ...first: number[]): Promise<void>;
  /** Tracks `add_to_cart` with each of these numbers, in one task. */
  track(tab: Tab, ...numbers: number[]): Promise<void>;
  /** Numbers that a case tracks on its own. */
  counts(...numbers: number[]): void;
  /** These numbers, and no others, are stored: once each, in this order. */
  arrived(...numbers: number[]): Promise<void>;
  /** Nothing waits in the browser any more, so nothing will ever be sent again. */
  settled(tab: Tab): Promise<void>;
  tally(): Promise<Tally>;
  close(): Promise<void>;
}

/** Longer than the tracker waits before it tries again, on a machine that is busy. */
export const PATIENCE = { timeout: 60_000, interval: 100 };

export async function createScene(engine: Engine): Promise<Scene> {
  const world = await createWorld();
  const tracked = new Set<number>();
  const numbersStored = async () =>
    (await world.rows()).flatMap(({ params }) => (typeof params?.n === 'number' ? [params.n] : []));

  /**
   * The page's own view has gone through. What is tracked before, by a page that is then left, is lost:
   * who the shopper is, the browser hadn't said yet.
   */
  const known = async (tab: Tab, path: string) => {
    await untilTracking(tab, path);
    await vi.waitFor(async () => {
      const inBrowser = await evaluate(tab, waiting).catch(() => []);
      const views = [...inBrowser, ...(await world.rows())].filter(isPageView);
      expect(views.map(({ url }) => url)).toContain(world.shop + path);
    }, PATIENCE);
  };

  const scene: Scene = {
    engine,
    world,
    browser: await engine.open(),
    async visit(path = '/') {
      const tab = await scene.browser.open(world.shop + path);
      await known(tab, path);
      return tab;
    },
    async leaveFor(tab, path, ...first) {
      scene.counts(...first);
      await evaluate(
        tab,
        (to, numbers) => {
          for (const n of numbers) window.cartograph('track', 'add_to_cart', { n });
          location.href = to;
        },
        path,
        first,
      );
      await known(tab, path);
    },
    track(tab, ...numbers) {
      scene.counts(...numbers);
      return evaluate(
        tab,
        (all) => {
          for (const n of all) window.cartograph('track', 'add_to_cart', { n });
        },
        numbers,
      );
    },
    counts(...numbers) {
      for (const n of numbers) tracked.add(n);
    },
    arrived: (...numbers) =>
      vi.waitFor(async () => expect(await numbersStored()).toEqual(numbers), PATIENCE),
    settled: (tab) =>
      vi.waitFor(async () => expect(await evaluate(tab, waiting)).toEqual([]), PATIENCE),
    async tally() {
      const stored = await numbersStored();
      const once = new Set(stored);
      const sent = world.proxy.batches.flatMap(({ batch }) => batch.touchpoints.map(idOf));
      return {
        tracked: tracked.size,
        stored: once.size,
        doubled: stored.length - once.size,
        sentAgain: sent.length - new Set(sent).size,
      };
    },
    async close() {
      await scene.browser.close();
      await world.close();
    },
  };
  return scene;
}

/** A page that is just being left may answer with an error, or for the page before it. */
export function untilTracking(tab: Tab, path: string): Promise<void> {
  return vi.waitFor(
    async () =>
      expect(
        await evaluate(tab, () => [document.title, typeof window.cartograph?.q?.push]),
      ).toEqual([path, 'function']),
    PATIENCE,
  );
}

/** So many, or more, are on disk. */
export function kept(tab: Tab, count: number): Promise<void> {
  return vi.waitFor(
    async () => expect((await evaluate(tab, waiting)).length).toBeGreaterThanOrEqual(count),
    PATIENCE,
  );
}

/** The view of the first page is stored, so that what follows is on its own. */
export function pageViewStored({ world }: Scene): Promise<void> {
  return vi.waitFor(async () => expect(await world.rows()).toHaveLength(1), PATIENCE);
}

/** Touchpoints that wait in the browser's storage: runs in the page. */
export async function waiting(): Promise<{ type: string; url?: string }[]> {
  // To open a database that isn't there would make it.
  const databases = await indexedDB.databases();
  if (!databases.some(({ name }) => name === 'cartograph:shop')) return [];
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('cartograph:shop');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const [name] = database.objectStoreNames;
      const all = database.transaction(name!).objectStore(name!).getAll();
      all.onerror = () => reject(all.error);
      all.onsuccess = () => {
        database.close();
        resolve(all.result.filter((row: { type?: string }) => row.type));
      };
    };
  });
}

function isPageView({ type }: { type: string }): boolean {
  return type === 'page_view';
}

function idOf(touchpoint: unknown): unknown {
  return (touchpoint as { id?: unknown }).id;
}

declare global {
  interface Window {
    cartograph: { (...command: unknown[]): void; q?: { push?: unknown } };
  }
}
