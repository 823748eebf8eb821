/** Whether something that was met went wrong. Signing in, going back and what a shop made up itself need not. */
export function isTrouble(what: string): boolean {
  return what !== 'login' && what !== 'step_back' && !what.startsWith('custom:');
}
