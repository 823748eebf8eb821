/**
 * The journey map: stages as waters side by side, drawn like a chart with its graduated border. Where
 * there is no room, a column a stage, one below the other. On paper: one landscape page, whatever its
 * size, since everything grows with the width of the page.
 */
export const map = `
body:has(.voyage) :is(.bar, main, .foot) { max-width: 110rem; }
body:has(.voyage) main { row-gap: clamp(1.5rem, 3vw, 2.5rem); }
.map-compare { margin-top: 0.6rem; }
.stage { border-top: 6px double var(--deep); padding-block: 1rem 2rem; }
.stage-head .quiet { font-size: 0.9375rem; }
.stage-reached { font-size: clamp(2.5rem, 1.9rem + 1.4vw, 3.25rem); font-weight: 700; line-height: 1.05; letter-spacing: -0.04em; font-variant-numeric: normal; }
.stage-bar { width: 100%; height: 1.5rem; margin-block: 0.75rem; background: var(--shoal); }
.cell { padding-block: 0.75rem; border-top: 1px solid var(--rule); font-size: 0.9375rem; line-height: 1.4; overflow-wrap: anywhere; min-width: 0; }
.cell h3 { font-size: 0.9375rem; margin-bottom: 0.4rem; color: var(--quiet); font-weight: 500; }
.cell .quiet, .cell .change { font-size: 0.8125rem; }
.cell .change { display: block; }
.stage-figure { font-size: clamp(1.75rem, 1.4rem + 0.7vw, 2.125rem); font-weight: 650; line-height: 1.15; letter-spacing: -0.025em; font-variant-numeric: normal; }
.stage-figure.is-money { color: var(--accent); }
.stage-figure.is-longer { font-size: 1.6rem; }
.stage-figure.is-longest { font-size: 1.05rem; line-height: 2; }
.basis { margin-top: 0.4rem; font-size: 0.75rem; color: var(--quiet); }
.survey { margin-top: 0.5rem; }
.met li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.1rem 0.5rem; padding-block: 0.1rem; }
.met + .met { margin-top: 0.5rem; padding-top: 0.5rem; border-top: 1px dotted var(--rule); }
.met b { text-align: end; }
.met-before { display: block; font-size: 0.75rem; color: var(--quiet); }
.met-pains li:has(.wreck) { grid-template-columns: 1rem minmax(0, 1fr) auto; }
.wreck { width: 0.875rem; height: 0.875rem; margin-top: 0.25em; }
.wreck path { fill: none; stroke: var(--accent); stroke-width: 1.6; stroke-linecap: round; }
.stage-causes { margin-top: 0.75rem; padding-top: 0.5rem; border-top: 1px dotted var(--rule); }
.stage-causes li { padding-block: 0.25rem; font-size: 0.875rem; }
.stage-causes li b { display: block; }
.stage-causes .basis { display: block; margin: 0; }
.stage-stake { font-weight: 650; color: var(--accent); }
.stage-more { font-size: 0.8125rem; }
.voyage-row, .voyage-stream, .voyage-feeling { display: none; }
.water-ends { fill: var(--shoal); }
.water-left { fill: var(--left); }
.water-on { fill: var(--sea); }
.water-orders { fill: var(--deep); }
.course { stroke: var(--paper); stroke-width: 1.5; stroke-dasharray: 7 6; vector-effect: non-scaling-stroke; }
.waypoint { fill: var(--paper); stroke: var(--ink); stroke-width: 1.5; }
.voyage text { font-family: var(--sans); text-anchor: middle; fill: var(--ink); font-size: 0.875rem; }
.voyage .stream-left { fill: var(--accent); font-weight: 650; font-size: 1rem; }
.voyage .stream-orders, .voyage .feeling-axis, .voyage .feeling-none { fill: var(--quiet); }
.voyage .feeling-axis { text-anchor: start; font-size: 0.8125rem; }
.voyage .feeling-value { font-size: 1.625rem; font-weight: 700; letter-spacing: -0.02em; paint-order: stroke; stroke: var(--paper); stroke-width: 4px; }
.voyage .feeling-value.is-worst { fill: var(--accent); font-size: 2.125rem; }
.sea-under { fill: var(--shoal); }
.surface { stroke: var(--deep); stroke-width: 1.5; vector-effect: non-scaling-stroke; }
.sounding { stroke: var(--quiet); stroke-dasharray: 1 5; stroke-linecap: round; vector-effect: non-scaling-stroke; }
.voyage-feeling .curve { stroke-width: 3; }
.curve-before { fill: none; stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 5 4; vector-effect: non-scaling-stroke; }
.sounded { fill: var(--paper); stroke: var(--ink); stroke-width: 2.5; }
.sounded.is-worst { fill: var(--accent); stroke: var(--paper); }
@media screen and (min-width: 40rem) and (max-width: 71.99rem) {
  .stage { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 0 1.5rem; }
  .stage-bar { grid-column: span 2; height: auto; }
}
@media print, (min-width: 72rem) {
  .voyage {
    --graduated: repeating-linear-gradient(90deg, var(--ink) 0 calc(100% / 14), var(--paper) calc(100% / 14) calc(100% / 7));
    display: grid;
    grid-template-columns: repeat(7, minmax(0, 1fr));
    grid-template-rows: auto 12rem auto auto auto auto auto 11rem auto auto auto auto auto;
    border: 1px solid var(--ink);
    padding: 0.5rem 0;
    position: relative;
  }
  .voyage::before, .voyage::after { content: ''; position: absolute; inset-inline: 0; height: 0.4rem; background: var(--graduated); border-block: 1px solid var(--ink); }
  .voyage::before { top: 0; }
  .voyage::after { bottom: 0; }
  .voyage-note { position: absolute; top: -1.5rem; font-size: 0.875rem; }
  .voyage-row { display: block; grid-column: 1 / -1; padding: 0.35rem 0.75rem; background: var(--shoal); color: var(--ink); font-size: 0.875rem; font-weight: 650; }
  .voyage-row-did { grid-row: 3; }
  .voyage-row-met { grid-row: 5; }
  .voyage-row-felt { grid-row: 7; }
  .voyage-row-pains { grid-row: 10; }
  .voyage-row-worth { grid-row: 12; }
  .voyage-stream, .voyage-feeling { display: block; width: 100%; height: 100%; grid-column: 1 / -1; overflow: visible; }
  .voyage-stream { grid-row: 2; }
  .voyage-feeling { grid-row: 8; }
  .stage { display: grid; grid-template-rows: subgrid; grid-template-columns: minmax(0, 1fr); grid-row: 1 / -1; border: 0; border-inline-start: 1px dotted var(--rule); padding: 0; }
  .stage:nth-of-type(1) { grid-column: 1; border: 0; }
  .stage:nth-of-type(2) { grid-column: 2; }
  .stage:nth-of-type(3) { grid-column: 3; }
  .stage:nth-of-type(4) { grid-column: 4; }
  .stage:nth-of-type(5) { grid-column: 5; }
  .stage:nth-of-type(6) { grid-column: 6; }
  .stage:nth-of-type(7) { grid-column: 7; }
  .stage-head { grid-row: 1; padding: 1rem 0.75rem 0; }
  .stage-head h2 { font-size: 1.25rem; }
  .stage-reached.is-longer { font-size: 1.9rem; line-height: 1.7; }
  .stage-reached.is-longest { font-size: 1.4rem; line-height: 2.3; }
  .stage-bar { display: none; }
  .cell { border: 0; padding: 0.6rem 0.75rem 1rem; }
  .cell h3 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .cell-did { grid-row: 4; }
  .cell-met { grid-row: 6; }
  .cell-felt { grid-row: 9; }
  .cell-pains { grid-row: 11; }
  .cell-worth { grid-row: 13; }
}
@page chart { size: landscape; margin: 8mm; }
@media print {
  html:has(.voyage) { font-size: 0.78vw; }
  html:has(.voyage-note) { font-size: 0.68vw; }
  body:has(.voyage) { page: chart; font-size: 1rem; }
  body:has(.voyage) :is(.bar, .foot, .how, .map-compare, .segment .dates) { display: none; }
  body:has(.voyage) :is(.bar, main) { max-width: none; padding: 0; row-gap: 0.75rem; }
  body:has(.voyage) .title { padding-top: 0.5rem; }
  body:has(.voyage) .title > div:first-child { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1.5rem; }
  body:has(.voyage) .title h1 { font-size: 2rem; }
  body:has(.voyage) .title h1 + p { margin: 0; }
  body:has(.voyage) .answer { max-width: none; font-size: 1.625rem; }
  body:has(.voyage) .answer-more { display: inline; font-size: inherit; color: inherit; }
  .voyage { grid-template-rows: auto 9rem auto auto auto auto auto 8.5rem auto auto auto auto auto; break-inside: avoid; }
  .voyage-row { padding-block: 0.1rem; }
  .voyage-note { position: static; grid-area: 1 / 1 / 2 / 8; padding-inline: 0.75rem; }
  .voyage:has(.voyage-note) .stage-head { padding-top: 1.75rem; }
  .stage-head { padding-top: 0.6rem; }
  .stage-reached:not(.is-longer, .is-longest) { font-size: 3.25rem; }
  .stage-figure:not(.is-longer, .is-longest) { font-size: 2.125rem; }
  .cell { padding-block: 0.25rem 0.4rem; line-height: 1.3; }
  .met { margin: 0; }
  .met li:nth-child(n + 4) { display: none; }
  .cell-pains:has(.stage-causes) .met li:nth-child(n + 3) { display: none; }
  .stage-causes li b { display: inline; }
  .stage-causes { margin-top: 0.2rem; padding-top: 0.2rem; }
  .stage-causes li { padding-block: 0.1rem; }
  .stage-causes li:nth-child(n + 3), .stage-causes .basis, .stage-more { display: none; }
  .met + .met { margin-top: 0.2rem; padding-top: 0.2rem; }
  .basis { margin-top: 0.1rem; }
}
`;
