import { type Annotation, parseInstant } from '@cartograph/report';
import { MAX_ANNOTATION } from './annotations.ts';
import { FormError } from './formError.ts';

/** @throws {FormError} */
export function readAnnotation(form: ReadonlyMap<string, string>): Omit<Annotation, 'id'> {
  const day = (form.get('day') ?? '').trim();
  const text = (form.get('text') ?? '').trim();
  if (!isDay(day)) throw new FormError('day');
  if (text === '' || text.length > MAX_ANNOTATION) throw new FormError('text');
  return { day, text };
}

function isDay(text: string): boolean {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) && Number.isFinite(parseInstant(text, 'UTC'));
  } catch {
    return false;
  }
}
