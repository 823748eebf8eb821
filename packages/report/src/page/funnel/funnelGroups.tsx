/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { FunnelReport } from '../../funnel/funnel.ts';
import type { Rate } from '../../wilson.ts';
import { markName } from '../paths/markName.ts';
import { ScrollBox } from '../scrollBox.tsx';
import { valueName } from '../segmentPicker.tsx';
import type { Voice } from '../voice.ts';
import { funnelWords } from './words.ts';

/** The funnel of each device, channel or the like: a row a step, a column a value. */
export function FunnelGroups({ report, voice }: { report: FunnelReport; voice: Voice }) {
  const { text, format, locale } = voice;
  const words = funnelWords(locale).groups;
  const { by, groups, steps } = report;
  if (!by) return null;
  const share = (rate: Rate) =>
    rate.value !== null &&
    rate.low !== null &&
    rate.high !== null && (
      <>
        <b>{format.percent(rate.value)}</b>
        <svg viewBox="0 0 1000 60" preserveAspectRatio="none" aria-hidden="true">
          <rect class="is-onward" x="0" y="20" width="1000" height="20" />
          <rect
            class="is-ordered"
            x="0"
            y="20"
            width={(rate.value * 1000).toFixed(1)}
            height="20"
          />
          <line
            class="funnel-interval"
            x1={(rate.low * 1000).toFixed(1)}
            x2={(rate.high * 1000).toFixed(1)}
            y1="30"
            y2="30"
          />
        </svg>
        <span class="quiet">{format.percentRange(rate.low, rate.high)}</span>
      </>
    );
  return (
    <section class="funnel-groups" aria-labelledby="groups-heading">
      <h2 id="groups-heading">
        {words.heading}: {text.segment.keys[by]}
      </h2>
      {by === 'item' && <p class="intro">{words.several}</p>}
      <ScrollBox label={words.heading}>
        <table class="data">
          <caption>{words.unit}</caption>
          <thead>
            <tr>
              <td />
              {groups.map(({ value }) => (
                <th scope="col">{value === null ? words.rest : valueName(by, value, voice)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {steps.map(({ step }, place) => (
              <tr>
                <th scope="row">{markName(step, voice)}</th>
                {groups.map((group) => {
                  const { reached, rate } = group.steps[place]!;
                  return (
                    <td>
                      {place > 0 && share(rate)}
                      <span class={place > 0 ? 'quiet' : undefined}>{format.count(reached)}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
            <tr>
              <th scope="row">{words.median}</th>
              {groups.map(({ time }) => (
                <td>{time.medianSeconds === null ? '–' : format.duration(time.medianSeconds)}</td>
              ))}
            </tr>
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}
