import { library } from '../../scripts/library.mjs';
import { workerBundle } from './workerBundle.mjs';

const folder = import.meta.dirname;

export default [
  library(folder, ['index', 'node', 'bin']),
  // Beside the types that the library has for it.
  workerBundle(`${folder}/src/worker.ts`),
];
