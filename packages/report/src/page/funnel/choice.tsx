/** @jsxRuntime automatic @jsxImportSource hono/jsx */

/** A field to choose from. What is chosen now is there, whether or not it is among the offers. */
export function Choice({
  label,
  name,
  now,
  nowName = now,
  none,
  options,
}: {
  label: string;
  name: string;
  now?: string | undefined;
  nowName?: string | undefined;
  /** What choosing nothing is called, where that is possible. */
  none?: string;
  options: readonly (readonly [value: string, name: string])[];
}) {
  const isOffered = options.some(([value]) => value === now);
  return (
    <label>
      {label}
      <select name={name}>
        {none !== undefined && <option value="">{none}</option>}
        {now !== undefined && !isOffered && (
          <option value={now} selected>
            {nowName}
          </option>
        )}
        {options.map(([value, shown]) => (
          <option value={value} selected={value === now}>
            {shown}
          </option>
        ))}
      </select>
    </label>
  );
}
