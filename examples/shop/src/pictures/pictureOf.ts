import { AirmailSet } from './airmailSet.tsx';
import { Arrival } from './arrival.tsx';
import { BlankAtlas } from './blankAtlas.tsx';
import { BrassCompass } from './brassCompass.tsx';
import { ChartDividers } from './chartDividers.tsx';
import { DeskGlobe } from './deskGlobe.tsx';
import { FieldNotebook } from './fieldNotebook.tsx';
import { HarbourChart } from './harbourChart.tsx';
import { Hero } from './hero.tsx';
import { LuggageTag } from './luggageTag.tsx';
import { MapMeasure } from './mapMeasure.tsx';
import { MapRoll } from './mapRoll.tsx';
import { Mark } from './mark.tsx';
import { QuietRange } from './quietRange.tsx';
import { StarWheel } from './starWheel.tsx';

type Drawing = (props: { variant: string | undefined }) => unknown;

const DRAWINGS = new Map<string, Drawing>([
  ['harbour-chart', HarbourChart],
  ['field-notebook', FieldNotebook],
  ['brass-compass', BrassCompass],
  ['quiet-range', QuietRange],
  ['airmail-set', AirmailSet],
  ['map-roll', MapRoll],
  ['star-wheel', StarWheel],
  ['desk-globe', DeskGlobe],
  ['blank-atlas', BlankAtlas],
  ['map-measure', MapMeasure],
  ['luggage-tag', LuggageTag],
  ['chart-dividers', ChartDividers],
  ['hero', Hero],
  ['mark', Mark],
  ['arrival', Arrival],
]);

/** The picture of a product, by its slug, or one of our own, as SVG. */
export function pictureOf(name: string, variant: string | undefined): string | undefined {
  const drawing = DRAWINGS.get(name);
  return drawing && String(drawing({ variant }));
}
