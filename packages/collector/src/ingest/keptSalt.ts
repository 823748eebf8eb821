import type { Settings } from '../settings/settings.ts';

/** The setting that today's salt is kept in. No export or backup has it. */
export const SALT_KEY = 'day-salt';

const DAY_MS = 24 * 60 * 60 * 1000;

interface Kept {
  /** Of UTC, counted from 1970. */
  day: number;
  /** Base64. */
  salt: string;
}

/** The salt of today: the one that is kept, else a new one in the place of another day's. */
export async function keptSalt(
  settings: Settings,
  { today, random }: { today: number; random: () => Uint8Array<ArrayBuffer> },
): Promise<Uint8Array<ArrayBuffer>> {
  const kept = await settings.get<Kept>(SALT_KEY);
  if (kept?.day === today) return Uint8Array.from(atob(kept.salt), (char) => char.charCodeAt(0));
  const salt = random();
  await settings.put(SALT_KEY, { day: today, salt: toBase64(salt) } satisfies Kept);
  return salt;
}

/** Forgets the salt of a day that is over. To be called often: nobody may come by who would need a new one. */
export async function forgetSalt(settings: Settings, now: number): Promise<void> {
  const kept = await settings.get<Kept>(SALT_KEY);
  if (!kept || kept.day === Math.floor(now / DAY_MS)) return;
  // Written over in its place: what a database removes may still lie in its file.
  await settings.put(SALT_KEY, { ...kept, salt: toBase64(new Uint8Array(32)) } satisfies Kept);
  await settings.remove(SALT_KEY);
}

/** When the day of UTC that a moment lies in is over. */
export function endOfDay(now: number): number {
  return (Math.floor(now / DAY_MS) + 1) * DAY_MS;
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
