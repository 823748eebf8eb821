/** What to say of a place in a site's arrivals that this store never gave. */
export function strangePlace(after: string): string {
  return `Expected \`after\` to be what the last seal says, got ${JSON.stringify(after)}`;
}
