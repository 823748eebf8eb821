/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Frame, Site } from '../frame.ts';
import { voiceOf } from '../voice.ts';
import { TrustPage, wordsOf } from './trustPage.tsx';

export interface PeopleView extends Frame {
  site: Site;
  /** Those that the reader looked for. `undefined` before they did. */
  found?: readonly KeptOfPerson[] | undefined;
  /** How many touchpoints were just forgotten. */
  forgotten?: number | undefined;
}

export interface KeptOfPerson {
  /** `u:` and a user's id, or `v:` and a visitor's. */
  person: string;
  touchpoints: number;
  visitors: number;
  journeys: number;
}

/** Finds a person, gives out what is kept of them, and forgets them. Names travel in forms, never in addresses. */
export function PeoplePage({ site, found, forgotten, ...frame }: PeopleView) {
  const { format } = voiceOf(frame.locale, site.timeZone);
  const { people } = wordsOf(frame.locale);
  const csrf = <input type="hidden" name="csrf" value={frame.csrf} />;
  return (
    <TrustPage frame={frame} site={site} topic="people">
      <div>
        <p class="intro">{people.intro}</p>
        {forgotten !== undefined && (
          <p class="message" role="status">
            {people.forgotten(format.count(forgotten))}
          </p>
        )}
      </div>
      <form method="post" class="picker">
        {csrf}
        <label>
          {people.name}
          <input name="name" required autocomplete="off" />
        </label>
        <button type="submit" name="do" value="find">
          {people.find}
        </button>
      </form>
      {found?.length === 0 && <p class="message">{people.nobody}</p>}
      {found?.map(({ person, touchpoints, visitors, journeys }) => (
        <section>
          <h2 class="message">{people.found(person)}</h2>
          <p class="intro">
            {people.kept(format.count(touchpoints), format.count(visitors), format.count(journeys))}
          </p>
          <form method="post" class="picker">
            {csrf}
            <input type="hidden" name="person" value={person} />
            <button type="submit" name="do" value="export">
              {people.export}
            </button>
          </form>
          <form method="post" class="picker">
            {csrf}
            <input type="hidden" name="person" value={person} />
            <label class="presets">
              <input type="checkbox" name="sure" required />
              {people.sure}
            </label>
            <button type="submit" name="do" value="forget">
              {people.forget}
            </button>
          </form>
        </section>
      ))}
    </TrustPage>
  );
}
