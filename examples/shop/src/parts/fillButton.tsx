/** @jsxRuntime automatic @jsxImportSource hono/jsx */
interface FillButtonProps {
  label: string;
  /** What goes into which field. */
  values: Readonly<Record<string, string>>;
}

/** Fills a form with made-up details, so that nobody is tempted to type real ones. Needs script. */
export function FillButton({ label, values }: FillButtonProps) {
  return (
    <button type="button" class="fill" data-fill={JSON.stringify(values)}>
      {label}
    </button>
  );
}
