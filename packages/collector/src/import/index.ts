export type { Checkpoints } from './checkpoint.ts';
export { ImportError } from './importError.ts';
export { type ImportFileOptions, importFile } from './importFile.ts';
export type { ImportProblem, ImportProgress, ImportSummary } from './importSummary.ts';
export { FIELDS, type Mapping } from './mapping.ts';
export { type MappingArgs, parseMapping } from './parseMapping.ts';
export { PRESETS } from './presets.ts';
export type { ImportedTouchpoint } from './toTouchpoint.ts';
