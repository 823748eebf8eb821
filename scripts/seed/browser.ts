import type { Device, Touchpoint } from '../../packages/journey/src/index.ts';
import { cleanUrl } from '../../packages/tracker/src/capture/url.ts';
import type { Landing } from './landing.ts';
import { mishapsOn, type Told } from './mishaps.ts';
import type { LogNormal, Random } from './random.ts';
import { USER_AGENTS } from './userAgents.ts';
import { trackerIds, uuidV7 } from './uuidV7.ts';

/** Longest anyone looks at one page in one go: short of the half hour that would end the visit. */
const MAX_PAUSE_MS = 15 * 60_000;

export interface Page {
  /** Absolute path, with its query if it has one. */
  path: string;
  title: string;
}

/** What a browser told in its time. */
export interface Diary {
  visitor: string;
  userAgent: string;
  /** In order of time; `user` as far as the shopper had said by then who they are. */
  entries: readonly { user?: string; touchpoint: Touchpoint }[];
}

/** One simulated browser with a tracker in it. */
export interface Browser {
  readonly device: Device;
  /** Whether the shop knows who they are. */
  readonly signedIn: boolean;
  /** Its clock, in epoch milliseconds. */
  readonly now: number;
  /** Begins a visit. The next page opened is the landing page. */
  arrive(at: number, landing: Landing): void;
  open(page: Page): void;
  isOn(page: Page): boolean;
  /** On the page that is open. */
  tell(...told: readonly Told[]): void;
  /** Looks at the page for about so many seconds. */
  pause(seconds: LogNormal): void;
  signIn(user: string): void;
  close(): Diary;
}

interface Entry extends Told {
  at: number;
  page: { url: string; title: string; referrer?: string };
  user: string | undefined;
}

/**
 * @param options.origin The shop's.
 * @param options.until Epoch milliseconds: what would happen from here on is not known yet.
 */
export function createBrowser(
  { device, origin, until }: { device: Device; origin: string; until: number },
  random: Random,
): Browser {
  const entries: Entry[] = [];
  const userAgent = random.pick(USER_AGENTS[device]);
  let now = 0;
  let landing: Landing | undefined;
  let page: Entry['page'] = { url: origin, title: '' };
  let mishaps: readonly Told[] = [];
  let user: string | undefined;

  const tell = (...told: readonly Told[]) => {
    for (const one of told) {
      if (now < until) entries.push({ ...one, at: now, page, user });
      now += Math.round(random.between(3, 60));
    }
  };

  return {
    device,
    get signedIn() {
      return user !== undefined;
    },
    get now() {
      return now;
    },
    arrive: (at, from) => {
      now = at;
      landing = from;
    },
    open: ({ path, title }) => {
      const query = landing?.query && `${path.includes('?') ? '&' : '?'}${landing.query}`;
      const referrer = landing ? landing.referrer : page.url;
      const url = cleanUrl(`${origin}${path}${query ?? ''}`);
      page = { url, title, ...(referrer && { referrer }) };
      landing = undefined;
      mishaps = mishapsOn(device, random);
      tell({ type: 'page_view' });
    },
    isOn: ({ path }) => new URL(page.url).pathname === path,
    tell,
    pause: (seconds) => {
      // After what the page itself has to say, as trackers do: a slow page that belongs to the next
      // step must not look like a part of this one.
      tell(...mishaps);
      mishaps = [];
      now += Math.round(Math.min(random.logNormal(seconds) * 1000, MAX_PAUSE_MS));
    },
    signIn: (name) => {
      user = name;
    },
    close: () => {
      // A word about an order is noted with the order, and said weeks later.
      const inOrder = entries.toSorted((a, b) => a.at - b.at);
      const idOf = trackerIds<Entry['page']>(random);
      return {
        visitor: uuidV7(inOrder[0]?.at ?? until, random),
        userAgent,
        entries: inOrder.map(({ at, type, params, page, user }, seq) => ({
          ...(user && { user }),
          touchpoint: {
            id: idOf(page, at),
            type,
            at,
            seq,
            ...page,
            ...(params && { params }),
          },
        })),
      };
    },
  };
}
