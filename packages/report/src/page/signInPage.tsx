/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Frame } from './frame.ts';
import { Layout } from './layout.tsx';
import { voiceOf } from './voice.ts';

export interface SignInView extends Frame {
  /** Why the last try failed. Fit to be shown. */
  error?: string | undefined;
  /** The path to go on to. */
  next?: string | undefined;
}

export function SignInPage({ error, next, ...frame }: SignInView) {
  const voice = voiceOf(frame.locale);
  const { signIn } = voice.text;
  return (
    <Layout frame={{ ...frame, csrf: undefined }} voice={voice} title={signIn.title}>
      <form class="sign-in" method="post" action="/sign-in">
        <h1>{signIn.title}</h1>
        <p>{signIn.intro}</p>
        {error && (
          <p class="problem" role="alert" id="sign-in-error">
            {error}
          </p>
        )}
        {next && <input type="hidden" name="next" value={next} />}
        {frame.csrf && <input type="hidden" name="csrf" value={frame.csrf} />}
        <label>
          {signIn.token}
          <input
            type="password"
            name="token"
            required
            autocomplete="current-password"
            aria-describedby={error ? 'sign-in-error' : undefined}
          />
        </label>
        <button type="submit">{signIn.submit}</button>
      </form>
    </Layout>
  );
}
