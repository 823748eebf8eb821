import type { SettingsField } from '@cartograph/report';

/** A field of a form that says something that can't be. The page knows what was expected. */
export class FormError extends RangeError {
  override name = 'FormError';
  readonly field: SettingsField;

  constructor(field: SettingsField) {
    super(`Expected another ${field}`);
    this.field = field;
  }
}
