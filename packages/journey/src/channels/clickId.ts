/** What a click id says where the tags of a campaign say nothing: who added it, and to what. */
interface Click {
  source: string;
  medium: string;
}

/**
 * Params that networks add to a link by themselves. `fbclid` and `igshid` stand on every link that
 * leaves Facebook and Instagram, be it paid or not; the others only on ads, or on mail.
 *
 * @see https://support.google.com/google-ads/answer/9744275
 * @see https://help.ads.microsoft.com/apex/index/3/en/60000
 */
const CLICKS: Readonly<Record<string, Click>> = {
  gclid: { source: 'google', medium: 'cpc' },
  gbraid: { source: 'google', medium: 'cpc' },
  wbraid: { source: 'google', medium: 'cpc' },
  gad_source: { source: 'google', medium: 'cpc' },
  gad_campaignid: { source: 'google', medium: 'cpc' },
  dclid: { source: 'doubleclick.net', medium: 'display' },
  msclkid: { source: 'bing', medium: 'cpc' },
  yclid: { source: 'yandex', medium: 'cpc' },
  ttclid: { source: 'tiktok', medium: 'paid' },
  twclid: { source: 'twitter', medium: 'paid' },
  li_fat_id: { source: 'linkedin', medium: 'paid' },
  sccid: { source: 'snapchat', medium: 'paid' },
  rdt_cid: { source: 'reddit', medium: 'paid' },
  epik: { source: 'pinterest', medium: 'paid' },
  qclid: { source: 'quora', medium: 'paid' },
  irclickid: { source: 'impact', medium: 'affiliate' },
  mc_cid: { source: 'mailchimp', medium: 'email' },
  srsltid: { source: 'shopping.google.com', medium: 'organic' },
  fbclid: { source: 'facebook', medium: 'social' },
  igshid: { source: 'instagram', medium: 'social' },
};

/** The click that a landing page's params tell of, the paid ones first. */
export function clickOf(params: ReadonlyMap<string, string>): Click | undefined {
  const name = Object.keys(CLICKS).find((known) => params.get(known));
  return name === undefined ? undefined : CLICKS[name];
}
