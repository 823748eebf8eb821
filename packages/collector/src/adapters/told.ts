/** One thing that a foreign client tells, in our words. The door judges every field of it, as of any touchpoint. */
export interface Told {
  /** The client's own id of it, the same when it is sent once more. */
  key: string;
  type: string;
  /** Epoch milliseconds on the client's clock. */
  at: number;
  /** Order among what happened in the same millisecond, where the client tells it. */
  seq?: number | undefined;
  visitor?: string | undefined;
  user?: string | undefined;
  url?: string | undefined;
  referrer?: string | undefined;
  title?: string | undefined;
  /** Only of a sender with a secret key. */
  channel?: string | undefined;
  /** Only of a sender with a secret key: it vouches for the order, or for what was given back. */
  confirmed?: true | undefined;
  params?: Params | undefined;
}

export type Params = Record<string, unknown>;

/** What a client's body says. */
export interface Translation {
  /** The client's clock when it sent, in epoch milliseconds. */
  sentAt?: number | undefined;
  told: readonly Told[];
  /** What could not be understood, by the client's id. What is left out on purpose is no part of it. */
  refused: readonly { id: string | null; reason: string }[];
}

/** Who sends a body, and when it came. */
export interface Sender {
  /** Has a secret key: a server, which vouches for orders and may say where something happened. */
  trusted: boolean;
  /** Epoch milliseconds by the collector's clock. */
  receivedAt: number;
}
