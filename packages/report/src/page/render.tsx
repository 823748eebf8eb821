/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { AbandonmentPage, type AbandonmentView } from './abandonmentPage.tsx';
import { EmptyPage, type EmptyView } from './emptyPage.tsx';
import { ErrorPage, type ErrorView } from './errorPage.tsx';
import { JourneyPage, type JourneyView } from './journeyPage.tsx';
import { SignInPage, type SignInView } from './signInPage.tsx';
import { SitesPage, type SitesView } from './sitesPage.tsx';

/** Each takes what is to be shown and returns a complete HTML document. Pure: no clock, no IO. */
export const abandonmentPage = (view: AbandonmentView) => html(<AbandonmentPage {...view} />);
export const emptyPage = (view: EmptyView) => html(<EmptyPage {...view} />);
export const errorPage = (view: ErrorView) => html(<ErrorPage {...view} />);
export const journeyPage = (view: JourneyView) => html(<JourneyPage {...view} />);
export const signInPage = (view: SignInView) => html(<SignInPage {...view} />);
export const sitesPage = (view: SitesView) => html(<SitesPage {...view} />);

function html(page: Child): string {
  return `<!doctype html>${page}`;
}
