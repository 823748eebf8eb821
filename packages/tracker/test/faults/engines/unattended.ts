import type { KillableBrowser } from './engine.ts';
import type { OwnProcess } from './ownProcess.ts';
import { createRemote } from './remote.ts';

/**
 * A browser that no driver watches: its page does what it is told by a script of its own. One tab.
 *
 * @param start Starts it on a page.
 */
export async function unattended(start: (url: string) => OwnProcess): Promise<KillableBrowser> {
  const remote = await createRemote();
  let running: OwnProcess | undefined;

  const kill = async () => {
    await running?.kill();
    await remote.close();
  };
  return {
    script: remote.script,
    async open(url) {
      running = start(url);
      await remote.ready();
      return remote;
    },
    kill,
    close: kill,
  };
}
