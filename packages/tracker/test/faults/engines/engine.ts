/** What not every engine can be made to do by the driver that there is for it. */
export type Ability =
  /** Cut the network, so that the page is told. Where it can't, the proxy breaks connections off. */
  | 'offline'
  /** Freeze a page, as a phone does with what is in the background. */
  | 'freeze'
  /** Lose the process of a page, as when a tab is discarded. */
  | 'discard'
  /** Load a page before it is shown. */
  | 'prerender';

/** A browser engine, and how it is driven. */
export interface Engine {
  name: string;
  can: readonly Ability[];
  /** What to do to have it, if it isn't there. */
  missing: string | undefined;
  /** Opens a browser with an empty profile. Several may be open, and know nothing of each other. */
  open(): Promise<Browser>;
  /** Opens a browser in a process of its own, on a profile that outlives it. */
  openOn(profile: string): Promise<KillableBrowser>;
  /** Opens one that no driver watches: they hold back what is prerendered. */
  openUnattended?(profile: string): Promise<Browser>;
  /** Ends what all its browsers shared. */
  close(): Promise<void>;
}

export interface Browser {
  /** Address of a script that its pages have to include, if it is driven by one. */
  script?: string;
  /** Opens a tab, and is done when the page has loaded. */
  open(url: string): Promise<Tab>;
  setOffline?(isOffline: boolean): Promise<void>;
  /** Never hangs: what doesn't close is killed. */
  close(): Promise<void>;
}

export interface KillableBrowser extends Browser {
  /** SIGKILL, as the system does to a phone's browser: nothing is said goodbye to. */
  kill(): Promise<void>;
}

export interface Tab {
  /** Runs an expression in the page. Resolves with its value, awaited, by way of JSON. */
  run(expression: string): Promise<unknown>;
  close(): Promise<void>;
  freeze?(isFrozen: boolean): Promise<void>;
  discard?(): Promise<void>;
}

/** Calls a function in the page. It knows nothing but its arguments, which go by way of JSON. */
export function evaluate<Args extends unknown[], Result>(
  tab: Tab,
  task: (...args: Args) => Result,
  ...args: Args
): Promise<Awaited<Result>> {
  return tab.run(`(${task})(...${JSON.stringify(args)})`) as Promise<Awaited<Result>>;
}
