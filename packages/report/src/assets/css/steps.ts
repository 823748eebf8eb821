/** The stream of carts through the checkout. */
export const steps = `
.steps { margin-top: clamp(3rem, 6vw, 5rem); }
.intro { margin-top: 0.4rem; max-width: 44rem; }
.steps .legend { margin-block: 1rem 1.5rem; }
.stream { margin-bottom: 1.5rem; }
.step { display: grid; grid-template-columns: 4.5rem minmax(0, 1fr); grid-template-areas: 'stream name' 'stream left'; column-gap: 1.25rem; }
.step-name { grid-area: name; padding-bottom: 0.75rem; }
.step-left { grid-area: left; padding-bottom: 2rem; }
.step-stream { grid-area: stream; display: flex; flex-direction: column; }
.step-bar { flex: none; width: 100%; height: 2.25rem; overflow: visible; }
.step-onward { flex: 1; width: 100%; height: 0; min-height: 1rem; }
.step-end .step-onward { display: none; }
.step-money { font-size: 1.75rem; font-weight: 650; line-height: 1.2; letter-spacing: -0.02em; }
.step-most .step-money { font-size: 2.5rem; color: var(--accent); }
.step-leader { stroke: var(--accent); stroke-dasharray: 1 4; stroke-linecap: round; stroke-width: 1.5; vector-effect: non-scaling-stroke; display: none; }
.step-share { width: 100%; height: 0.375rem; margin-block: 0.4rem 0.5rem; background: var(--soft); }
.step-worth { font-size: 1.25rem; font-weight: 650; }
.step-money .is-long { font-size: clamp(1.2rem, 6vw, 1.75rem); }
@media (min-width: 60rem) {
  .step { grid-template-columns: 15rem minmax(0, 1fr) 17rem; grid-template-areas: 'name stream left'; column-gap: 2rem; min-height: 9rem; }
  .step-end { min-height: 0; }
  .step-leader { display: inline; }
  .step-name, .step-left { padding-bottom: 1.75rem; }
  .step-left { margin-top: -0.2rem; }
}
`;
