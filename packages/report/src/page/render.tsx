/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { AbandonmentPage, type AbandonmentView } from './abandonmentPage.tsx';
import { EmptyPage, type EmptyView } from './emptyPage.tsx';
import { ErrorPage, type ErrorView } from './errorPage.tsx';
import { JourneyPage, type JourneyView } from './journeyPage.tsx';
import { SignInPage, type SignInView } from './signInPage.tsx';
import { SitesPage, type SitesView } from './sitesPage.tsx';
import { AuditPage, type AuditView } from './trust/auditPage.tsx';
import { DeliveryPage, type DeliveryView } from './trust/deliveryPage.tsx';
import { OrdersPage, type OrdersView } from './trust/ordersPage.tsx';
import { PeoplePage, type PeopleView } from './trust/peoplePage.tsx';
import { QuarantinePage, type QuarantineView } from './trust/quarantinePage.tsx';

/** Each takes what is to be shown and returns a complete HTML document. Pure: no clock, no IO. */
export const abandonmentPage = (view: AbandonmentView) => html(<AbandonmentPage {...view} />);
export const auditPage = (view: AuditView) => html(<AuditPage {...view} />);
export const deliveryPage = (view: DeliveryView) => html(<DeliveryPage {...view} />);
export const emptyPage = (view: EmptyView) => html(<EmptyPage {...view} />);
export const errorPage = (view: ErrorView) => html(<ErrorPage {...view} />);
export const journeyPage = (view: JourneyView) => html(<JourneyPage {...view} />);
export const ordersPage = (view: OrdersView) => html(<OrdersPage {...view} />);
export const peoplePage = (view: PeopleView) => html(<PeoplePage {...view} />);
export const quarantinePage = (view: QuarantineView) => html(<QuarantinePage {...view} />);
export const signInPage = (view: SignInView) => html(<SignInPage {...view} />);
export const sitesPage = (view: SitesView) => html(<SitesPage {...view} />);

function html(page: Child): string {
  return `<!doctype html>${page}`;
}
