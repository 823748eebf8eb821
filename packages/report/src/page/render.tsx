/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { AbandonmentPage, type AbandonmentView } from './abandonmentPage.tsx';
import { CausesPage, type CausesView } from './causes/causesPage.tsx';
import { ComparePage, type CompareView } from './compare/comparePage.tsx';
import { EmptyPage, type EmptyView } from './emptyPage.tsx';
import { ErrorPage, type ErrorView } from './errorPage.tsx';
import { FunnelPage, type FunnelView } from './funnel/funnelPage.tsx';
import { JourneyPage, type JourneyView } from './journeyPage.tsx';
import { JourneysPage, type JourneysView } from './journeys/journeysPage.tsx';
import { LivePage, type LiveView } from './live/livePage.tsx';
import { MapPage, type MapView } from './map/mapPage.tsx';
import { OverviewPage, type OverviewView } from './overview/overviewPage.tsx';
import { PathsPage, type PathsView } from './paths/pathsPage.tsx';
import { RetentionPage, type RetentionView } from './retention/retentionPage.tsx';
import { SettingsPage } from './settings/settingsPage.tsx';
import type { SettingsView } from './settings/settingsView.ts';
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
export const causesPage = (view: CausesView) => html(<CausesPage {...view} />);
export const comparePage = (view: CompareView) => html(<ComparePage {...view} />);
export const deliveryPage = (view: DeliveryView) => html(<DeliveryPage {...view} />);
export const emptyPage = (view: EmptyView) => html(<EmptyPage {...view} />);
export const errorPage = (view: ErrorView) => html(<ErrorPage {...view} />);
export const funnelPage = (view: FunnelView) => html(<FunnelPage {...view} />);
export const journeyPage = (view: JourneyView) => html(<JourneyPage {...view} />);
export const journeysPage = (view: JourneysView) => html(<JourneysPage {...view} />);
export const livePage = (view: LiveView) => html(<LivePage {...view} />);
export const mapPage = (view: MapView) => html(<MapPage {...view} />);
export const ordersPage = (view: OrdersView) => html(<OrdersPage {...view} />);
export const pathsPage = (view: PathsView) => html(<PathsPage {...view} />);
export const overviewPage = (view: OverviewView) => html(<OverviewPage {...view} />);
export const peoplePage = (view: PeopleView) => html(<PeoplePage {...view} />);
export const quarantinePage = (view: QuarantineView) => html(<QuarantinePage {...view} />);
export const settingsPage = (view: SettingsView) => html(<SettingsPage {...view} />);
export const retentionPage = (view: RetentionView) => html(<RetentionPage {...view} />);
export const signInPage = (view: SignInView) => html(<SignInPage {...view} />);
export const sitesPage = (view: SitesView) => html(<SitesPage {...view} />);

function html(page: Child): string {
  return `<!doctype html>${page}`;
}
