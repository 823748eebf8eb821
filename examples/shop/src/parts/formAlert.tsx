/** @jsxRuntime automatic @jsxImportSource hono/jsx */
/** What went wrong with a form as a whole, read out as soon as it shows. */
export function FormAlert({ message }: { message: string | undefined }) {
  if (!message) return null;
  return (
    <p class="note note-bad" role="alert">
      {message}
    </p>
  );
}
