import { examine } from '../watch/doctor/examine.ts';
import { oneLine } from '../watch/oneLine.ts';
import { type Command, readArgs, required, UsageError } from './command.ts';

export const doctor: Command = {
  name: 'doctor',
  usage:
    '--url https://shop.example/ [--collector https://c.shop.example] [--site shop] [--json]   checks from outside whether a shop’s page reaches its collector; exit code 1 when it does not',
  run: async (args, io) => {
    const { values } = readArgs(args, {
      url: { type: 'string' },
      collector: { type: 'string' },
      site: { type: 'string' },
      json: { type: 'boolean', default: false },
    });
    const url = webAddress(required(values.url, 'url'), 'url');
    const collector =
      values.collector === undefined ? undefined : webAddress(values.collector, 'collector');

    const findings = await examine({ url, collector, site: values.site });
    const problems = findings.filter(({ ok }) => !ok).length;
    if (values.json) io.out(`${JSON.stringify({ ok: problems === 0, findings }, null, 2)}\n`);
    else {
      for (const { check, ok, found, advice } of findings) {
        const line = `${ok ? 'ok     ' : 'problem'}  ${check}: ${found}${advice ? ` → ${advice}` : ''}`;
        io.out(`${oneLine(line)}\n`);
      }
    }
    if (problems > 0) throw new Error(problems === 1 ? '1 problem' : `${problems} problems`);
  },
};

function webAddress(text: string, option: string): URL {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text);
  throw new UsageError(
    `Expected --${option} to be an http(s) address, got ${JSON.stringify(text)}`,
  );
}
