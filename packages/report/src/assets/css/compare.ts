/** Before and after. */
export const compare = `
.compare-form { display: grid; gap: 0.75rem 1rem; grid-template-columns: repeat(2, minmax(0, 1fr)); align-items: end; max-width: 30rem; font-size: 0.875rem; }
.compare-form .compare-mark, .compare-form > p { grid-column: 1 / -1; }
.compare-form button { justify-self: start; }
.compare-form select, .compare-form input { width: 100%; }
.compare-answer { display: grid; gap: 0.6rem; max-width: 56rem; }
.changes td, .changes th { vertical-align: top; }
.changes th:first-child { white-space: normal; min-width: 13rem; font-weight: 500; }
.changes a { display: inline-block; }
.changes a[aria-current] { font-weight: 650; text-decoration-thickness: 2px; text-decoration-color: var(--accent); }
.changes .change-drawn { min-width: 12rem; width: 26%; vertical-align: middle; }
.intervals { width: 100%; height: 1.5rem; }
.is-crude { fill: var(--sea); opacity: 0.8; }
.is-held { fill: var(--ink); }
.zero { stroke: var(--quiet); stroke-dasharray: 3 3; vector-effect: non-scaling-stroke; }
.verdict { font-weight: 650; }
.verdict.is-worse { color: var(--accent); }
.verdict.is-cannot-tell, .verdict.is-too-few { font-weight: 400; color: var(--quiet); }
.how > h2 { display: block; }
`;
