/** What a site's owner decides: each part with its words on one side and its form on the other. */
export const settings = `
.settings-part { display: grid; gap: 1.25rem clamp(2rem, 5vw, 4rem); grid-template-columns: minmax(0, 1fr); padding-top: 1.5rem; border-top: 1px solid var(--rule); scroll-margin-top: 1rem; }
.settings-part > div { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.75rem; align-content: start; min-width: 0; }
.settings-form { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 16rem), 1fr)); align-items: start; max-width: 44rem; }
.settings-form > .is-wide, .settings-form > button { grid-column: 1 / -1; justify-self: start; width: 100%; }
.settings-form > button { width: auto; }
.settings-form input:not([type='hidden']), .settings-form textarea { width: 100%; }
.settings-form select { width: 100%; min-width: 0; }
.settings-form textarea { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--quiet); border-radius: 4px; padding: 0.5rem 0.75rem; resize: vertical; }
.field { display: grid; gap: 0.3rem; }
.field b { font-size: 0.9375rem; }
.settings-list { max-width: 44rem; }
.settings-list:empty { display: none; }
.settings-list > li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.25rem 1.5rem; padding-block: 0.6rem; border-bottom: 1px solid var(--rule); overflow-wrap: anywhere; }
.settings-do { display: flex; gap: 1.25rem; font-size: 0.9375rem; }
.settings-done { font-weight: 650; color: var(--deep); }
.settings-made { display: grid; gap: 0.6rem; max-width: 44rem; }
.settings-made p { font-weight: 650; }
.segment-saved { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin-top: 0.75rem; }
code { font-family: var(--mono); font-size: 0.875em; }
@media (min-width: 60rem) {
  .settings-part { grid-template-columns: 18rem minmax(0, 1fr); }
}
`;
