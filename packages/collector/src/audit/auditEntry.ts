/** Something that somebody did. Holds nothing that a person could be told by. */
export interface AuditEntry {
  id: number;
  /** Epoch milliseconds. */
  at: number;
  /** `command line`, `collector`, or a token or session by the first digits of its hash. */
  actor: string;
  /** `quarantine.release`, `person.forget`, … */
  action: string;
  site?: string;
  detail?: Readonly<Record<string, string | number | boolean>>;
}
