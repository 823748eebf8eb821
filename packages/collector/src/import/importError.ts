/** Why an import can't run at all. Its message tells the shop's owner what to change. */
export class ImportError extends Error {
  override name = 'ImportError';
}
