import type { Device } from '@cartograph/journey';
import Bowser from 'bowser';

const REMEMBERED = 1000;

/** Reads the kind of device out of a `User-Agent`. Few agents send most batches, so it remembers them. */
export function deviceReader(): (userAgent: string | undefined) => Device | undefined {
  const known = new Map<string, Device | undefined>();

  return (userAgent) => {
    if (!userAgent) return undefined;
    if (!known.has(userAgent)) {
      if (known.size >= REMEMBERED) known.clear();
      known.set(userAgent, read(userAgent));
    }
    return known.get(userAgent);
  };
}

function read(userAgent: string): Device | undefined {
  const type = Bowser.parse(userAgent.slice(0, 500)).platform.type;
  return type === 'desktop' || type === 'mobile' || type === 'tablet' ? type : undefined;
}
