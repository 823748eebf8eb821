import { parseTouchpoint } from '@cartograph/journey/parse';
import { SUSPICIONS } from '../quarantine/reasons.ts';
import type { Arrival } from '../store/store.ts';
import { ARCHIVE_FORMAT, type ArchiveNote, MOVED_SETTINGS } from './archive.ts';

export type ReadArchiveLine =
  | { kind: 'touchpoint'; arrival: Arrival; notes: readonly string[] }
  | { kind: 'note'; note: ArchiveNote }
  | { kind: 'problem'; reason: string };

type Fields = Readonly<Record<string, unknown>>;

/** Tells what a line of an archive is, or why it is none. Keeps the order of its fields. */
export function readArchiveLine(text: string): ReadArchiveLine {
  const fields = fieldsOf(text);
  if (!fields) return problem(`expected a JSON object, got ${shown(text)}`);
  if (fields.cartograph === undefined) return readArrival(fields);
  const wrong = wrongIn(fields);
  if (wrong !== undefined) return problem(`${fields.cartograph}: ${wrong}`);
  return { kind: 'note', note: fields as unknown as ArchiveNote };
}

function readArrival(fields: Fields): ReadArchiveLine {
  const { visitor = '', receivedAt, browser, suspicion, copies = 0 } = fields;
  const parsed = parseTouchpoint(fields, { trusted: true });
  if (!parsed.ok) return problem(parsed.reason);
  if (!isTime(receivedAt)) {
    return problem(`receivedAt: expected epoch milliseconds, got ${shown(receivedAt)}`);
  }
  const known: Fields = {
    visitor: '',
    ...parsed.touchpoint,
    receivedAt,
    ...(isText(browser) && { browser: browser.slice(0, 60) }),
    ...(isSuspicion(suspicion) && { suspicion }),
    copies: isCount(copies) ? copies : 0,
  };
  const order = new Set([...Object.keys(fields), ...Object.keys(known)]);
  const arrival = Object.fromEntries(
    [...order].filter((name) => name in known).map((name) => [name, known[name]]),
  );
  const notes = [...parsed.complaints];
  if (browser !== undefined && !isText(browser)) notes.push(`browser: got ${shown(browser)}`);
  if (suspicion !== undefined && !isSuspicion(suspicion)) {
    notes.push(`suspicion: expected one of ${SUSPICIONS.join(', ')}, got ${shown(suspicion)}`);
  }
  if (!isText(visitor)) notes.push(`visitor: expected an id, got ${shown(visitor)}`);
  return { kind: 'touchpoint', arrival: arrival as unknown as Arrival, notes };
}

/** What is wrong with a line that is no touchpoint. */
function wrongIn(fields: Fields): string | undefined {
  const { format, site, name, id, value, visitor, verdict, at, actor, action, outcomes } = fields;
  switch (fields.cartograph) {
    case 'export':
      if (!isCount(format) || format > ARCHIVE_FORMAT) {
        return `expected format ${ARCHIVE_FORMAT} or older, got ${shown(format)}: a newer version wrote it`;
      }
      return isRecord(site) && isText(site.id) ? undefined : 'expected a site';
    case 'setting':
      return MOVED_SETTINGS.some((each) => each === name) && isText(id) && isRecord(value)
        ? undefined
        : `expected ${MOVED_SETTINGS.join(' or ')}, got ${shown(name)}`;
    case 'verdict':
      return isText(visitor) && (verdict === 'released' || verdict === 'held') && isTime(at)
        ? undefined
        : `expected released or held, got ${shown(verdict)}`;
    case 'audit':
      return isText(actor) && isText(action) && isTime(at) ? undefined : 'expected who did what';
    case 'event':
      return [id, fields.type, fields.journey, fields.person, fields.body].every(isText) &&
        isTime(at) &&
        isTime(fields.detectedAt) &&
        Array.isArray(outcomes)
        ? undefined
        : 'expected what was told';
    case 'seal':
    case 'end':
      return isText(fields.sha256) ? undefined : 'expected a sha256';
    default:
      return 'expected a line of an export: a newer version wrote it';
  }
}

function fieldsOf(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function problem(reason: string): ReadArchiveLine {
  return { kind: 'problem', reason };
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

const isTime = isCount;

function isSuspicion(value: unknown): boolean {
  return value === '' || SUSPICIONS.some((each) => each === value);
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 80);
}
