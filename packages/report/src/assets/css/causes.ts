/** What carts met: the ranked list, its bars, and the forest of ratios. */
export const causes = `
.causes ol { margin-top: 1.25rem; }
.cause { display: grid; gap: 1rem 3rem; padding-block: 1.75rem; border-top: 1px solid var(--rule); overflow-wrap: anywhere; }
.cause h3 { font-size: 1.25rem; }
.cause:first-child .cause-money { font-size: 2.5rem; color: var(--accent); }
.cause-money { font-size: 1.75rem; font-weight: 650; line-height: 1.2; letter-spacing: -0.02em; }
.cause-examples { display: flex; flex-wrap: wrap; gap: 0.1rem 0.9rem; font-size: 0.875rem; }
.cause-fixed { margin-top: 0.6rem; font-size: 0.9375rem; }
.cause-stake .quiet { margin-top: 0.35rem; }
.bars { margin-block: 1rem 0.75rem; max-width: 40rem; }
.bars dl > div { display: grid; grid-template-columns: 7rem minmax(0, 1fr); gap: 0.75rem; align-items: center; padding-block: 0.2rem; font-size: 0.875rem; }
.bars dt { font-weight: 400; }
.bars dd { display: grid; grid-template-columns: minmax(0, 1fr) 10rem; gap: 0.75rem; align-items: center; }
.bar-all { fill: var(--shoal); }
.forest .legend { margin-top: 1rem; }
.forest-key { display: inline-block; margin-inline-end: 0.4rem; vertical-align: -0.1em; overflow: visible; }
.forest-step { margin-top: 2rem; }
.forest-step > .quiet { margin-top: 0.15rem; }
.forest-axis, .forest-row { display: grid; grid-template-columns: 17rem minmax(0, 1fr) 12rem; column-gap: 1.5rem; align-items: center; }
.forest-axis svg { grid-column: 2; overflow: visible; }
.forest-axis text { fill: var(--quiet); font-size: 0.8125rem; text-anchor: middle; }
.forest-row { border-top: 1px solid var(--rule); overflow-wrap: anywhere; }
.forest-row svg { overflow: visible; }
.forest-row p { padding-block: 0.35rem; }
.forest-name .quiet { white-space: nowrap; }
.forest-figure { font-size: 0.875rem; }
.forest-one { stroke: var(--ink); stroke-width: 1.5; }
.forest-row line, .forest-key line { stroke-width: 1; }
.forest-row .forest-interval, .forest-key line { stroke: var(--quiet); stroke-width: 2.5; }
.forest circle { fill: var(--paper); stroke: var(--quiet); stroke-width: 2; }
.forest-unproven circle { fill: var(--quiet); }
.forest-ranked line.forest-interval, .forest-key.forest-ranked line { stroke: var(--left); }
.forest-ranked circle { fill: var(--left); stroke: var(--left); }
.forest-explained .forest-dot { fill: var(--quiet); }
.forest-ranked .forest-name { font-weight: 650; }
.forest-ranked .forest-name .quiet { font-weight: 400; }
.forest-beyond { fill: var(--quiet); text-anchor: end; }
.explained li { padding-block: 1rem; border-top: 1px solid var(--rule); overflow-wrap: anywhere; }
.explained ul { margin-top: 1rem; max-width: 60rem; }
@media (min-width: 60rem) {
  .cause { grid-template-columns: 15rem minmax(0, 1fr) 17rem; }
}
@media (max-width: 52rem) {
  .forest-row { grid-template-columns: minmax(0, 1fr); padding-block: 0.4rem; }
  .forest-row p { padding-block: 0.1rem; }
  .forest-axis { grid-template-columns: minmax(0, 1fr); }
  .forest-axis svg { grid-column: 1; }
  .bars dd { grid-template-columns: minmax(0, 1fr); gap: 0.1rem; }
  .bars dl > div { align-items: start; }
}
@media print { .cause, .forest-row { break-inside: avoid; } }
`;
