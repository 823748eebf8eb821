/** `unknown → touchpoints, or a reason for each`. Apart from the rest, for it is the only part with a library: browsers never load it. */
export { type BatchResult, type ParsedBatch, parseBatch } from './batch.ts';
export { type ParsedTouchpoint, parseTouchpoint, type TouchpointSender } from './touchpoint.ts';
