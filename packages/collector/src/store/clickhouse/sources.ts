import { personOf } from '@cartograph/journey';
import { judge } from '../../quarantine/judge.ts';
import type { Verdict } from '../../quarantine/reasons.ts';
import type { ArrivedRow } from '../row.ts';

/**
 * A touchpoint's place: its visitor, or the user where a till names no visitor. It is written where it
 * arrived and never moves, whoever it turns out to be of: that is what tables are ordered and sharded by.
 *
 * Rows of one source stand by themselves. Which user the visitor first signed in as, whom each row
 * belongs to and which of them are held follow from them and the verdict about the visitor alone.
 * So a person is found by looking up the sources that name its user, and never by an alias that somebody
 * else may be about to change.
 */
export function sourceOf({ visitor, owner }: Pick<ArrivedRow, 'visitor' | 'owner'>): string {
  return visitor === '' ? owner : `v:${visitor}`;
}

/** A stored touchpoint as it is read. */
export interface SourceRow extends ArrivedRow {
  source: string;
}

/** A touchpoint with what follows from its source: `person`, and `quarantine`. */
export interface OwnedRow extends SourceRow {
  person: string;
}

/** Whose the rows of one source are, and which of them are held. */
export function owned(rows: readonly SourceRow[], verdict: Verdict | undefined): OwnedRow[] {
  const alias = aliasOf(rows);
  const byPerson = Map.groupBy(rows, ({ visitor, owner }) =>
    personOf({ visitor, user: userOf(owner) }, () => alias),
  );
  return [...byPerson].flatMap(([person, own]) => {
    const reasons = judge(own, verdict);
    return own.map((row) => ({ ...row, person, quarantine: reasons.get(row.id) ?? null }));
  });
}

/** The user that a visitor signed in as first. */
function aliasOf(rows: readonly SourceRow[]): string | undefined {
  let first: { user: string; at: number } | undefined;
  for (const { visitor, owner, at } of rows) {
    const user = userOf(owner);
    if (visitor === '' || user === undefined) continue;
    if (!first || at < first.at || (at === first.at && user < first.user)) first = { user, at };
  }
  return first?.user;
}

export function userOf(owner: string): string | undefined {
  return owner.startsWith('u:') ? owner.slice(2) : undefined;
}

/** Tells the rows of a site apart. */
export function keyOf({ source, id }: { source: string; id: string }): string {
  return JSON.stringify([source, id]);
}
