/**
 * The built tracker's files by name. A Worker has no files to read, so the build of the Worker puts
 * them here (`workerBundle.mjs`).
 */
export const trackerFiles: Readonly<Record<string, string>> = {};
