export type { AbandonedCart } from './abandonedCarts.ts';
export { abandonedCarts } from './abandonedCarts.ts';
export type { AbandonmentReport, CartCounts, ValueSums } from './abandonment.ts';
export { abandonment } from './abandonment.ts';
export type { AbandonmentAnswer } from './abandonmentAnswer.ts';
export { abandonmentAnswer } from './abandonmentAnswer.ts';
export { abandonmentCsv } from './abandonmentCsv.ts';
export type { TableSection } from './abandonmentTable.ts';
export { abandonmentTable } from './abandonmentTable.ts';
export type { Asset } from './assets/assets.ts';
export { assets } from './assets/assets.ts';
export { causes } from './causes/causes.ts';
export { causesCsv } from './causes/causesCsv.ts';
export type { Cause, CausesReport } from './causes/causesReport.ts';
export { prepareCauses, rememberedCauses } from './causes/rememberedCauses.ts';
export { compare } from './compare/compare.ts';
export { compareCsv } from './compare/compareCsv.ts';
export type { CompareReport } from './compare/compareReport.ts';
export { emptyCompare } from './compare/compareReport.ts';
export { readSides } from './compare/readCompare.ts';
export { toCsv } from './csv.ts';
export type { DeliveryCount, DeliveryReport, DeliverySums } from './delivery.ts';
export { delivery } from './delivery.ts';
export type { Difference } from './difference.ts';
export { difference } from './difference.ts';
export type { Facts } from './facts.ts';
export { factsOf, partsOf } from './facts.ts';
export type { FunnelReport } from './funnel/funnel.ts';
export { funnel } from './funnel/funnel.ts';
export { funnelCsv } from './funnel/funnelCsv.ts';
export type { FunnelQuery } from './funnel/readFunnelQuery.ts';
export { readFunnelQuery } from './funnel/readFunnelQuery.ts';
export { readJourneyFilter } from './journeys/journeyFilter.ts';
export type { JourneyList, JourneyRow } from './journeys/journeyList.ts';
export { journeyList } from './journeys/journeyList.ts';
export type { LateArrival, LateDay } from './lateDays.ts';
export { lateDays } from './lateDays.ts';
export type { LiveBoard, LiveCarts } from './live/liveBoard.ts';
export { liveBoard } from './live/liveBoard.ts';
export { liveRows } from './live/liveRows.ts';
export type { LiveCart } from './liveCart.ts';
export { journeyMap, prepareMap } from './map/journeyMap.ts';
export { mapCsv } from './map/mapCsv.ts';
export type { MapReport } from './map/mapReport.ts';
export type { Money } from './money.ts';
export type { OrderDifferences, UnmatchedOrder } from './orderDifferences.ts';
export type { Annotation } from './overview/annotation.ts';
export type { OverviewReport } from './overview/overview.ts';
export { BASELINE_DAYS, figuresOf, overview, prepareOverview } from './overview/overview.ts';
export { overviewCsv } from './overview/overviewCsv.ts';
export type { AbandonmentView } from './page/abandonmentPage.tsx';
export type { CausesView } from './page/causes/causesPage.tsx';
export type { CompareView } from './page/compare/comparePage.tsx';
export type { EmptyView } from './page/emptyPage.tsx';
export type { ErrorView } from './page/errorPage.tsx';
export type { Frame, Site } from './page/frame.ts';
export type { FunnelView } from './page/funnel/funnelPage.tsx';
export type { JourneyView } from './page/journeyPage.tsx';
export type { Locale } from './page/locale.ts';
export { LOCALES, pickLocale } from './page/locale.ts';
export type { MapView } from './page/map/mapPage.tsx';
export type { OverviewView } from './page/overview/overviewPage.tsx';
export type { PathsView } from './page/paths/pathsPage.tsx';
export {
  abandonmentPage,
  auditPage,
  causesPage,
  comparePage,
  deliveryPage,
  emptyPage,
  errorPage,
  funnelPage,
  journeyPage,
  journeysPage,
  livePage,
  mapPage,
  ordersPage,
  overviewPage,
  pathsPage,
  peoplePage,
  quarantinePage,
  retentionPage,
  settingsPage,
  signInPage,
  sitesPage,
} from './page/render.tsx';
export type { ReportView } from './page/reportView.ts';
export type { RetentionView } from './page/retention/retentionPage.tsx';
export type { SavedSegment } from './page/settings/savedSegment.ts';
export type { SettingsField, SettingsView } from './page/settings/settingsView.ts';
export type { SignInView } from './page/signInPage.tsx';
export type { SitesView } from './page/sitesPage.tsx';
export type { AuditView } from './page/trust/auditPage.tsx';
export type { DeliveryView } from './page/trust/deliveryPage.tsx';
export type { OrdersView } from './page/trust/ordersPage.tsx';
export type { KeptOfPerson, PeopleView } from './page/trust/peoplePage.tsx';
export type { QuarantineReason, QuarantineView } from './page/trust/quarantinePage.tsx';
export type { Part } from './part.ts';
export { partOf } from './part.ts';
export type { PathFlow, PathNode, PathsReport } from './paths/paths.ts';
export { paths } from './paths/paths.ts';
export { pathsCsv } from './paths/pathsCsv.ts';
export type { PathsQuery } from './paths/readPathsQuery.ts';
export { readPathsQuery } from './paths/readPathsQuery.ts';
export type { Period, TimeUnit } from './period.ts';
export { lastDays, parseInstant, periodBefore } from './period.ts';
export type { JourneyFact, Question, StagesFact, TrailFact } from './question.ts';
export type { SelectedPeriod } from './readPeriod.ts';
export { PRESETS, readPeriod } from './readPeriod.ts';
export { afterOrders } from './retention/afterOrders.ts';
export { earliestOf } from './retention/earliestOf.ts';
export { prepareOrders, prepareRetention, retention } from './retention/retention.ts';
export { retentionCsv } from './retention/retentionCsv.ts';
export type { RetentionReport } from './retention/retentionReport.ts';
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
