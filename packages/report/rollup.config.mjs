import { library } from '../../scripts/library.mjs';

export default library(import.meta.dirname, ['index']);
