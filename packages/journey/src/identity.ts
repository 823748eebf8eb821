/**
 * Who a touchpoint belongs to. A user says so outright; a visitor that ever signed in belongs to
 * the user it signed in as first; else the visitor stands for itself.
 *
 * The alias table is all that joining adds, so a login after the fact joins the past too, and two
 * people who share a browser stay two.
 *
 * @param aliasOf The user that a visitor first signed in as.
 */
export function personOf(
  { visitor, user }: { visitor: string; user?: string | undefined },
  aliasOf: (visitor: string) => string | undefined,
): string {
  const known = user ?? aliasOf(visitor);
  return known === undefined ? `v:${visitor}` : `u:${known}`;
}
