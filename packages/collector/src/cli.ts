import { auditCommand } from './commands/audit.ts';
import { backup } from './commands/backup.ts';
import { checksumCommand } from './commands/checksum.ts';
import { type Command, type Io, UsageError } from './commands/command.ts';
import { doctor } from './commands/doctor.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { personExport, personFind, personForget } from './commands/person.ts';
import { purgeCommand } from './commands/purge.ts';
import { quarantineDecide, quarantineList } from './commands/quarantine.ts';
import { rebuild } from './commands/rebuild.ts';
import { report } from './commands/report.ts';
import { serve } from './commands/serve.ts';
import { shareAdd, shareList, shareRevoke } from './commands/share.ts';
import { siteAdd, siteList } from './commands/site.ts';
import { tokenAdd } from './commands/token.ts';
import { webhookCommands } from './commands/webhook.ts';

const COMMANDS: readonly Command[] = [
  serve,
  siteAdd,
  siteList,
  tokenAdd,
  importCommand,
  exportCommand,
  checksumCommand,
  report,
  rebuild,
  quarantineList,
  ...quarantineDecide,
  personFind,
  personExport,
  personForget,
  purgeCommand,
  auditCommand,
  ...webhookCommands,
  doctor,
  backup,
  // The longer names first: the first that fits is run.
  shareList,
  shareRevoke,
  shareAdd,
];

/** Runs one command line. Resolves to the exit code: 0, 1 when it failed, 2 when it was mistyped. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const command = COMMANDS.find(({ name }) =>
    name.split(' ').every((word, at) => args[at] === word),
  );
  if (!command) {
    const asked = args.length === 0 || args.includes('--help') || args.includes('help');
    (asked ? io.out : io.err)(help(args));
    return asked ? 0 : 2;
  }
  try {
    await command.run(args.slice(command.name.split(' ').length), io);
    return 0;
  } catch (error) {
    const mistyped =
      error instanceof UsageError || error instanceof TypeError || error instanceof RangeError;
    io.err(`cartograph ${command.name}: ${(error as Error).message}\n`);
    if (error instanceof UsageError) io.err(`Usage: cartograph ${command.name} ${command.usage}\n`);
    return mistyped ? 2 : 1;
  }
}

function help(args: readonly string[]): string {
  const lines = COMMANDS.map(({ name, usage }) => `  cartograph ${name} ${usage}\n`);
  const unknown = args.length > 0 && !args.some((arg) => /help/.test(arg));
  return `${unknown ? `Unknown command: ${args.join(' ')}\n` : ''}Usage:\n${lines.join('')}`;
}
