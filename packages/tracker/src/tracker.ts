import type { ParamsOf, StandardType } from '@cartograph/journey';
import type { Consent } from './identity.ts';

/** None of these ever throws: a mistake in the call is told on the console, and nothing more. */
export interface Tracker {
  /**
   * Records a touchpoint.
   *
   * @param type A GA4 event, one of Cartograph's, or a name of the shop's own: letters, digits and
   *   `_`, at most 40, beginning with a letter.
   * @param params Amounts in major units: `19.9` is 19.90 EUR.
   */
  track<Type extends StandardType | (string & {})>(type: Type, ...params: ParamsArgs<Type>): void;

  /**
   * Records a view of the page as it is: of a product shown in a dialog, say. Views of pages with an
   * address of their own are recorded without it.
   */
  page(): void;

  /**
   * Says who the shopper is, by the shop's own id: a text of at most 128 characters, or a number.
   *
   * What a template prints when nobody is signed in (`''`, `'null'`, `'0'`, `'guest'`…) is ignored
   * with a warning. Someone else than before at the same browser becomes a new visitor.
   */
  identify(userId: string | number): void;

  /**
   * Says what the shopper decided. It is remembered for later pages. `'denied'` stops everything
   * and forgets who this was and what was not sent yet.
   */
  consent(decision: Consent): void;

  /** The shopper signed out: who comes next is a new visitor. */
  reset(): void;

  /** Sends what waits. Resolves once it was answered, or failed this time. Never rejects. */
  flush(): Promise<void>;

  /** Records nothing any more. What waits is sent now, or on a later page. */
  stop(): void;
}

type ParamsArgs<Type extends string> =
  Record<string, never> extends ParamsOf<Type>
    ? [params?: ParamsOf<Type>]
    : [params: ParamsOf<Type>];
