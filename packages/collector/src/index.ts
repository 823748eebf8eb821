export { type CollectorOptions, createCollector } from './app.ts';
export { findSite, listSites, type Site, saveSite } from './sites/site.ts';
export { type Settings, type Store, StoreError } from './store/store.ts';
