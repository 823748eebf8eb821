import type { Device } from '@cartograph/journey';
import Bowser from 'bowser';
import { isBotAgent } from '../quarantine/botAgent.ts';

const REMEMBERED = 1000;

/** What a `User-Agent` tells. The text itself is never kept. */
export interface Agent {
  device?: Device;
  /** Name and major version of a browser that is known by name: `Chrome 126`; else `Other`. */
  browser: string;
  isBot: boolean;
}

/** Reads user agents. Few of them send most batches, so it remembers. */
export function agentReader(): (userAgent: string | undefined) => Agent {
  const known = new Map<string, Agent>();

  return (userAgent = '') => {
    const agent = known.get(userAgent) ?? read(userAgent.slice(0, 500));
    if (known.size >= REMEMBERED) known.clear();
    known.set(userAgent, agent);
    return agent;
  };
}

/** Any other name is what a client says it is: as many as it likes. */
const NAMES: ReadonlySet<string> = new Set(Object.values(Bowser.BROWSER_MAP));

function read(userAgent: string): Agent {
  if (userAgent === '') return { browser: 'Other', isBot: false };
  const { platform, browser } = Bowser.parse(userAgent);
  const device = DEVICES.find((each) => each === platform.type);
  const major = Number.parseInt(browser.version ?? '', 10);
  const version = major > 0 && major < 1000 ? ` ${major}` : '';
  return {
    ...(device && { device }),
    browser: NAMES.has(browser.name ?? '') ? `${browser.name}${version}` : 'Other',
    isBot: isBotAgent(userAgent),
  };
}

const DEVICES = ['desktop', 'mobile', 'tablet'] as const satisfies readonly Device[];
