import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';

export interface OwnProcess {
  child: ChildProcess;
  /** SIGKILL to it and all its children. Done when it is gone. */
  kill(): Promise<void>;
}

/** Starts a program in a process group of its own, so that a kill reaches all its processes. */
export function ownProcess(
  program: string,
  args: readonly string[],
  options: SpawnOptions = {},
): OwnProcess {
  const child = spawn(program, args, { stdio: 'ignore', ...options, detached: true });
  const gone = once(child, 'exit').catch(() => {});
  return {
    child,
    async kill() {
      killGroup(child);
      await gone;
    },
  };
}

/** SIGKILL to a process that leads a group, and to all of it. */
export function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid) process.kill(-pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}
