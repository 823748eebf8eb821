export { type CollectorOptions, createCollector } from './app.ts';
export type { Settings } from './settings/settings.ts';
export { findSite, listSites, type Site, saveSite } from './sites/site.ts';
export { type Store, StoreError } from './store/store.ts';
