import { randomDigits } from './browser/randomDigits.ts';
import { answered, put, type Storage } from './queue/storage.ts';

export type Consent = 'granted' | 'denied';

/** Who this browser is to the site. */
export interface Me {
  /** Made here, kept until `reset()` or until storage is cleared. `''` after a no, and where there are no ids. */
  readonly visitor: string;
  /** The shop's own id of the shopper, once they said who they are. */
  readonly user?: string | undefined;
  readonly consent?: Consent | undefined;
}

export interface Identity {
  /** Who it is, as far as is known now. */
  me(): Me;
  /** Whether the shopper lets us know what they do. */
  maySend(): boolean;
  /** Whether they let us leave a trace in the browser. */
  mayKeep(): boolean;
  /** Asks the storage, where another page may have said something. */
  recall(): Promise<void>;
  change(next: Partial<Me>): void;
}

const KEY = 'me';

/**
 * @param needsConsent Whether nothing may be left in the browser while the shopper hasn't decided.
 * @param isCookieless Whether nobody has an id until they have said yes.
 * @param isTraceless Whether nobody ever has one.
 */
export function createIdentity(
  storage: Storage,
  needsConsent?: boolean,
  isCookieless?: boolean,
  isTraceless?: boolean,
): Identity {
  let me: Me = NOBODY;
  const become = (next: Partial<Me>) => {
    me = { ...me, ...next };
    if (isTraceless || (isCookieless && me.consent !== 'granted')) me = { ...me, ...NOBODY };
  };
  become(stranger());

  const allows = (undecided: boolean) => (me.consent ? me.consent === 'granted' : undecided);
  const keep = (store: IDBObjectStore) => {
    // A no goes for everything here, and is all that stays.
    if (me.consent === 'denied') store.clear();
    if (me.consent || !needsConsent) put(store, me, KEY);
  };

  return {
    me: () => me,
    maySend: () => allows(isCookieless || !needsConsent),
    mayKeep: () => allows(!needsConsent),
    recall() {
      const before = me;
      return storage(async (store) => {
        const known: Me | undefined = await answered(store.get(KEY));
        // What was said in the meantime is newer. The first of several tabs decides for all.
        if (!known) keep(store);
        else if (me === before) me = known;
      });
    },
    change(next) {
      // After a no, only a yes counts.
      if (me.consent === 'denied' && !next.consent) return;
      become(next);
      storage(keep);
    },
  };
}

const NOBODY: Me = { visitor: '', user: undefined };

/** Somebody we don't know. */
export function stranger(): Pick<Me, 'visitor' | 'user'> {
  return { visitor: randomDigits(), user: undefined };
}

/** Anything but a clear yes is a no, and leaves nothing to recognise anyone by. */
export function consented(me: Me, decision: Consent): Partial<Me> {
  return decision === 'granted'
    ? { ...(!me.visitor && stranger()), consent: decision }
    : { ...NOBODY, consent: 'denied' };
}

/** Whoever else signs in at the same browser is another visitor: their journeys must not be joined. */
export function signedIn(me: Me, user: string): Partial<Me> {
  return { ...(me.user && me.user !== user && stranger()), user };
}

/**
 * What templates print as the id of a user when nobody is signed in: joined by one of these, all
 * shoppers would be one.
 */
export const NOBODYS_ID = /^(|0|nan|null|undefined|guest|anonymous|\[.*)$/i;
