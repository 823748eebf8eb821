import type { Journey } from '@cartograph/journey';
import type { JourneyFact } from '@cartograph/report';

/** A journey as it is stored: what most reports read, and what few do, apart. JSON. */
export interface JourneyTexts {
  facts: string;
  stages: string;
  trail: string;
}

export function textsOf({ stages, trail, ...facts }: Journey): JourneyTexts {
  return {
    facts: JSON.stringify(facts),
    stages: JSON.stringify(stages),
    trail: JSON.stringify(trail),
  };
}

/** What a report asked for of a stored journey. */
export interface FactRow {
  person: string;
  facts: string;
  stages?: string;
  trail?: string;
}

export function toFact({ person, facts, stages, trail }: FactRow): JourneyFact {
  return {
    ...JSON.parse(facts),
    ...(stages && { stages: JSON.parse(stages) }),
    ...(trail && { trail: JSON.parse(trail) }),
    person,
  };
}

export function lengthOf({ facts, stages = '', trail = '' }: FactRow): number {
  return facts.length + stages.length + trail.length;
}
