export type { AbandonedCart } from './abandonedCarts.ts';
export { abandonedCarts } from './abandonedCarts.ts';
export type { AbandonmentReport, CartCounts, ValueSums } from './abandonment.ts';
export { abandonment } from './abandonment.ts';
export { abandonmentCsv } from './abandonmentCsv.ts';
export type { TableSection } from './abandonmentTable.ts';
export { abandonmentTable } from './abandonmentTable.ts';
export type { Asset } from './assets/assets.ts';
export { assets } from './assets/assets.ts';
export { causes } from './causes/causes.ts';
export type { Cause, CausesReport } from './causes/causesReport.ts';
export { toCsv } from './csv.ts';
export type { DeliveryCount, DeliveryReport, DeliverySums } from './delivery.ts';
export { delivery } from './delivery.ts';
export type { Difference } from './difference.ts';
export { difference } from './difference.ts';
export type { LateArrival, LateDay } from './lateDays.ts';
export { lateDays } from './lateDays.ts';
export type { LiveCart } from './liveCart.ts';
export type { Money } from './money.ts';
export type { OrderDifferences, UnmatchedOrder } from './orderDifferences.ts';
export type { AbandonmentView } from './page/abandonmentPage.tsx';
export type { EmptyView } from './page/emptyPage.tsx';
export type { ErrorView } from './page/errorPage.tsx';
export type { Frame, Site } from './page/frame.ts';
export type { JourneyView } from './page/journeyPage.tsx';
export type { Locale } from './page/locale.ts';
export { LOCALES, pickLocale } from './page/locale.ts';
export {
  abandonmentPage,
  auditPage,
  deliveryPage,
  emptyPage,
  errorPage,
  journeyPage,
  ordersPage,
  peoplePage,
  quarantinePage,
  signInPage,
  sitesPage,
} from './page/render.tsx';
export type { ReportView } from './page/reportView.ts';
export type { SignInView } from './page/signInPage.tsx';
export type { SitesView } from './page/sitesPage.tsx';
export type { AuditView } from './page/trust/auditPage.tsx';
export type { DeliveryView } from './page/trust/deliveryPage.tsx';
export type { OrdersView } from './page/trust/ordersPage.tsx';
export type { KeptOfPerson, PeopleView } from './page/trust/peoplePage.tsx';
export type { QuarantineReason, QuarantineView } from './page/trust/quarantinePage.tsx';
export type { Period, TimeUnit } from './period.ts';
export { lastDays, parseInstant, periodBefore } from './period.ts';
export type { JourneyFact, Question, StagesFact, TrailFact } from './question.ts';
export type { SelectedPeriod } from './readPeriod.ts';
export { PRESETS, readPeriod } from './readPeriod.ts';
export type { Segment, SegmentKey } from './segment.ts';
export {
  inSegment,
  readSegment,
  SEGMENT_KEYS,
  segmentChoices,
  segmentValuesOf,
} from './segment.ts';
export type { StepCounts } from './stepsReport.ts';
export type { TrendPoint } from './trend.ts';
export { trend } from './trend.ts';
export type { Rate } from './wilson.ts';
export { wilson } from './wilson.ts';
