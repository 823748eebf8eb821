/** Who comes back: two columns, a table with colours, bars. */
export const retention = `
.halves { display: grid; gap: clamp(2.5rem, 5vw, 4.5rem); grid-template-columns: minmax(0, 1fr); }
.halves .intro, .halves + section .intro { margin-bottom: 1rem; }
.within li { padding-block: 0.75rem; border-top: 1px solid var(--rule); }
.within h3, .after h3 { font-size: 0.9375rem; }
.within-rate { font-size: 1.5rem; letter-spacing: -0.015em; }
.within .ruler { height: 1.75rem; margin-top: 0.25rem; }
.after .figures { margin-block: 1rem 1.5rem; }
.bars { display: grid; gap: 0.4rem; }
.bars li { display: grid; grid-template-columns: 8rem minmax(0, 1fr) 4rem; gap: 0.75rem; align-items: center; }
.bars svg { width: 100%; height: 1.1rem; }
.bars b { text-align: start; }
.heat { width: auto; min-width: 22rem; }
.heat td { position: relative; }
.heat td, .heat th { padding: 0.5rem 0.9rem; border: 1px solid var(--paper); }
.heat tbody td:nth-child(n + 3) { min-width: 4.75rem; font-size: 0.9375rem; }
.heat .heat-0 { outline: 1px solid var(--rule); outline-offset: -2px; }
.heat .heat-1 { background: color-mix(in srgb, var(--deep) 6%, transparent); }
.heat .heat-2 { background: color-mix(in srgb, var(--deep) 12%, transparent); }
.heat .heat-3 { background: color-mix(in srgb, var(--deep) 18%, transparent); }
.heat .heat-4 { background: color-mix(in srgb, var(--deep) 24%, transparent); }
.heat .heat-5 { background: color-mix(in srgb, var(--deep) 30%, transparent); }
.heat .heat-6 { background: color-mix(in srgb, var(--deep) 36%, transparent); }
.heat .heat-7 { background: color-mix(in srgb, var(--deep) 42%, transparent); }
.heat .heat-8 { background: color-mix(in srgb, var(--deep) 48%, transparent); }
.heat .heat-9 { background: color-mix(in srgb, var(--deep) 54%, transparent); }
.heat .heat-10 { background: color-mix(in srgb, var(--deep) 60%, transparent); }
.heat .heat-open { background: repeating-linear-gradient(135deg, transparent 0 5px, var(--rule) 5px 6px); opacity: 0.5; }
@media (min-width: 60rem) {
  .halves { grid-template-columns: repeat(2, minmax(0, 1fr)); }
}
`;
