/** Small things with a name: sites, hashed tokens, sessions, checkpoints. Values are JSON. */
export interface Settings {
  get<T>(key: string): Promise<T | undefined>;
  put(key: string, value: unknown): Promise<void>;
  /** Resolves to whether there was one. */
  remove(key: string): Promise<boolean>;
  /** By key, in order. */
  list<T>(prefix: string): Promise<{ key: string; value: T }[]>;
}
