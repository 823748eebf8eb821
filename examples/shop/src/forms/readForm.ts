import type { AlertType } from '../events/shopEvent.ts';

/** What one field must be. */
export interface Rule {
  /** Shown when it is empty. */
  required: string;
  /** Shown when it is there but wrong. */
  invalid?: string;
  isValid?: (value: string) => boolean;
}

export interface FieldError {
  type: Extract<AlertType, 'INPUT_REQUIRED' | 'INPUT_INVALID'>;
  message: string;
}

/** A form as it is shown: what was typed, and what is wrong with it. */
export interface FormState<Field extends string> {
  values: Readonly<Partial<Record<Field, string>>>;
  errors: Readonly<Partial<Record<Field, FieldError>>>;
  /** What went wrong with the whole of it. */
  alert?: string;
}

export type FormResult<Field extends string> =
  | { ok: true; values: Record<Field, string> }
  | { ok: false; form: FormState<Field> };

/** Reads the fields of a posted form, trimmed, and checks each against its rule. */
export function readForm<Field extends string>(
  rules: Readonly<Record<Field, Rule>>,
  body: Readonly<Record<string, unknown>>,
): FormResult<Field> {
  const values = {} as Record<Field, string>;
  const errors: Partial<Record<Field, FieldError>> = {};
  for (const field of Object.keys(rules) as Field[]) {
    const value = textOf(body[field]);
    const error = errorOf(rules[field], value);
    values[field] = value;
    if (error) errors[field] = error;
  }
  const ok = Object.keys(errors).length === 0;
  return ok ? { ok, values } : { ok, form: { values, errors } };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim().slice(0, 200) : '';
}

function errorOf({ required, invalid, isValid }: Rule, value: string): FieldError | undefined {
  if (value === '') return { type: 'INPUT_REQUIRED', message: required };
  if (!isValid || isValid(value)) return undefined;
  return { type: 'INPUT_INVALID', message: invalid ?? required };
}
