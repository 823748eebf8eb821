/** The funnel: its form, the time to convert, and the comparison. Its stream is that of the steps. */
export const funnel = `
.funnel-build h2 { display: inline; font-size: 1.0625rem; }
.funnel-build form { margin-top: 1rem; font-size: 0.875rem; }
.funnel-fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); gap: 1rem 1.5rem; margin-bottom: 1.5rem; }
.funnel-build select { width: 100%; min-width: 0; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--quiet); border-radius: 4px; padding: 0.5rem 0.4rem; }
.check { display: flex; gap: 0.5rem; align-items: center; margin-top: 0.4rem; }
.funnel-send { display: flex; flex-wrap: wrap; gap: 0.75rem 1.5rem; align-items: center; }
.funnel-answer strong { color: inherit; }
.funnel-steps .legend { margin-block: 1rem 1.5rem; }
.funnel-steps .step { min-height: 0; }
.funnel-time .bars { max-width: 46rem; margin-top: 1rem; }
.funnel-time .bar-cell { width: 60%; }
.bar-cell svg { width: 100%; height: 0.9rem; }
.funnel-groups .scroll { margin-top: 1rem; }
.funnel-groups td { vertical-align: top; }
.funnel-groups td svg { width: 100%; min-width: 6rem; height: 1.1rem; }
.funnel-groups td span { display: block; }
.funnel-interval { stroke: var(--ink); stroke-width: 2; vector-effect: non-scaling-stroke; }
.funnel-shown .scroll { margin-top: 1rem; }
@media (max-width: 40rem) {
  .funnel-time .bar-cell { width: 35%; }
}
@media print {
  .funnel-build, .funnel-steps a { display: none; }
}
`;
