export type CheckName = 'page' | 'tag' | 'policy' | 'script' | 'origin' | 'touchpoint';

/** What one check found. */
export interface Finding {
  check: CheckName;
  ok: boolean;
  /** What was seen, in a line. */
  found: string;
  /** What to do about it. */
  advice?: string;
}

/** Makes findings of one check that went wrong. */
export function problemWith(check: CheckName): (found: string, advice: string) => Finding {
  return (found, advice) => ({ check, ok: false, found, advice });
}
