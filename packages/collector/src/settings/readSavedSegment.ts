import { readSegment, type SavedSegment, type Segment } from '@cartograph/report';
import { FormError } from './formError.ts';
import { MAX_SEGMENT_NAME } from './savedSegments.ts';

const MAX_VALUE = 500;

/** @throws {FormError} */
export function readSavedSegment(form: ReadonlyMap<string, string>): Omit<SavedSegment, 'id'> {
  const name = (form.get('name') ?? '').trim();
  if (name === '' || name.length > MAX_SEGMENT_NAME) throw new FormError('segmentName');
  const query = segmentOf(form);
  const values = Object.values(query);
  if (values.length === 0 || values.some((value) => value.length > MAX_VALUE)) {
    throw new FormError('segment');
  }
  return { name, query };
}

function segmentOf(form: ReadonlyMap<string, string>): Segment {
  try {
    return readSegment(Object.fromEntries([...form].map(([name, value]) => [name, value.trim()])));
  } catch {
    throw new FormError('segment');
  }
}
