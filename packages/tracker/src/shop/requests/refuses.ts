/** Names by which answers say that something went wrong, though their status says 200. */
const ERRORS =
  /^(errors?|userErrors|errorMessages?|error_messages?|hasErrors?|has_errors?|isError|failed|exception|errorCode)$/i;
const SUCCESS = /^(success|ok|result|status|state|successful|isSuccess|added)$/i;
const NO = /^(false|error|errors|fail|failed|failure|ko|nok|invalid|4\d\d|5\d\d|-\d+)$/i;

/**
 * Whether an answer says no: `{ "success": false }`, `{ "errors": ["Out of stock"] }`,
 * `{ "data": { "cartLinesAdd": { "userErrors": […] } } }`.
 */
export function refuses(json: unknown, depth = 0): boolean {
  if (Object(json) !== json || Array.isArray(json)) return false;
  return Object.entries(json as object).some(([name, value]) => {
    if (ERRORS.test(name)) return saysSomething(value);
    if (SUCCESS.test(name) && Object(value) !== value) return NO.test(`${value}`);
    return depth < 2 && refuses(value, depth + 1);
  });
}

function saysSomething(value: unknown): boolean {
  if (Object(value) === value) return Object.keys(value as object).length > 0;
  return Boolean(value) && value !== '0' && value !== 'false';
}
