/** The checkout. */
export const ROOT: string;

/** The environment in which the pinned tools go before any other. */
export const env: Record<string, string | undefined> & { PATH: string };
