import { describe, expect, it } from 'vitest';
import { CHANNEL_GROUPS, channelGroup } from '../../src/channels/channelGroup.ts';

const SHOP = 'https://www.shop.example/p/mug';
const tagged = (query: string, referrer?: string) => ({ url: `${SHOP}?${query}`, referrer });
const from = (referrer?: string) => ({ url: SHOP, referrer });

/** https://support.google.com/analytics/answer/9756891 */
const TAGGED: readonly (readonly [query: string, group: string])[] = [
  ['utm_source=(direct)&utm_medium=(none)', 'Direct'],
  ['utm_source=(direct)&utm_medium=(not set)', 'Direct'],
  ['utm_source=google&utm_medium=cpc&utm_campaign=eu-cross-network-1', 'Cross-network'],
  ['utm_source=amazon&utm_medium=cpc', 'Paid Shopping'],
  ['utm_source=google&utm_medium=cpc&utm_campaign=shopping-de', 'Paid Shopping'],
  ['utm_source=google&utm_medium=cpc&utm_campaign=eshop', 'Paid Shopping'],
  ['utm_source=google&utm_medium=cpc&utm_campaign=workshop', 'Paid Search'],
  ['utm_source=google&utm_medium=cpc&utm_campaign=autumn', 'Paid Search'],
  ['utm_source=google&utm_medium=CPC', 'Paid Search'],
  ['utm_source=Bing&utm_medium=ppc', 'Paid Search'],
  ['utm_source=naver&utm_medium=paidsearch', 'Paid Search'],
  ['utm_source=google&utm_medium=retargeting', 'Paid Search'],
  ['utm_source=google&utm_medium=cpm', 'Paid Search'],
  ['utm_source=facebook&utm_medium=paid_social', 'Paid Social'],
  ['utm_source=ig&utm_medium=cpc', 'Paid Social'],
  ['utm_source=www.tiktok.com&utm_medium=paid', 'Paid Social'],
  ['utm_source=youtube&utm_medium=cpv&utm_content=a', 'Paid Video'],
  ['utm_source=youtube&utm_medium=cpc', 'Paid Video'],
  ['utm_source=vimeo.com&utm_medium=paid', 'Paid Video'],
  ['utm_source=partnernet&utm_medium=display', 'Display'],
  ['utm_source=partnernet&utm_medium=banner', 'Display'],
  ['utm_source=partnernet&utm_medium=interstitial', 'Display'],
  ['utm_source=partnernet&utm_medium=cpm', 'Display'],
  ['utm_source=partnernet&utm_medium=cpc', 'Paid Other'],
  ['utm_source=chatgpt.com', 'AI Assistant'],
  ['utm_source=perplexity&utm_medium=referral', 'AI Assistant'],
  ['utm_source=idealo&utm_medium=feed', 'Organic Shopping'],
  ['utm_source=blog.example&utm_medium=link&utm_campaign=shop-week', 'Organic Shopping'],
  ['utm_source=linkedin', 'Organic Social'],
  ['utm_source=buffer&utm_medium=social', 'Organic Social'],
  ['utm_source=buffer&utm_medium=social-media', 'Organic Social'],
  ['utm_source=buffer&utm_medium=social network', 'Organic Social'],
  ['utm_source=buffer&utm_medium=sm', 'Organic Social'],
  ['utm_source=youtube&utm_medium=description', 'Organic Video'],
  ['utm_source=partner&utm_medium=video-review', 'Organic Video'],
  ['utm_source=google', 'Organic Search'],
  ['utm_source=partner&utm_medium=organic', 'Organic Search'],
  ['utm_source=partner&utm_medium=referral', 'Referral'],
  ['utm_source=partner&utm_medium=app', 'Referral'],
  ['utm_source=partner&utm_medium=link', 'Referral'],
  ['utm_source=crm&utm_medium=email', 'Email'],
  ['utm_source=crm&utm_medium=E-Mail', 'Email'],
  ['utm_source=e_mail&utm_medium=x', 'Email'],
  ['utm_source=e mail', 'Email'],
  ['utm_source=awin&utm_medium=affiliate', 'Affiliates'],
  ['utm_source=podcast&utm_medium=audio', 'Audio'],
  ['utm_source=crm&utm_medium=sms', 'SMS'],
  ['utm_source=sms&utm_medium=x', 'SMS'],
  ['utm_source=app&utm_medium=webpush', 'Mobile Push Notifications'],
  ['utm_source=app&utm_medium=mobile', 'Mobile Push Notifications'],
  ['utm_source=app&utm_medium=notification-2', 'Mobile Push Notifications'],
  ['utm_source=firebase&utm_medium=x', 'Mobile Push Notifications'],
  ['utm_source=flyer&utm_medium=qr', 'Unassigned'],
];

describe(channelGroup.name, () => {
  describe('of a campaign, by GA4’s rules', () => {
    it.each(TAGGED)('%s is %s', (query, group) => {
      expect(channelGroup(tagged(query))).toBe(group);
    });

    it('knows every group by an example', () => {
      expect(new Set(TAGGED.map(([, group]) => group))).toEqual(new Set(CHANNEL_GROUPS));
    });
  });

  describe('of a campaign that GA4 assigns to nothing', () => {
    it.each([
      ['utm_source=newsletter', 'Email'],
      ['utm_source=crm&utm_medium=news-letter', 'Email'],
      ['utm_source=mailchimp&utm_medium=autumn', 'Email'],
      ['utm_source=awin&utm_medium=affiliates', 'Affiliates'],
      ['utm_source=buffer&utm_medium=organic_social', 'Organic Social'],
      ['utm_source=crm&utm_medium=alimtalk', 'SMS'],
      ['utm_source=net&utm_medium=native', 'Display'],
      ['utm_source=blog.example', 'Referral'],
    ])('%s is %s', (query, group) => {
      expect(channelGroup(tagged(query))).toBe(group);
    });
  });

  describe('of a link that nobody tagged', () => {
    it.each([
      [undefined, 'Direct'],
      ['', 'Direct'],
      ['nonsense', 'Direct'],
      ['https://www.google.com/', 'Organic Search'],
      ['https://www.google.co.kr/', 'Organic Search'],
      ['https://google.com.br/search', 'Organic Search'],
      ['https://www.bing.com/', 'Organic Search'],
      ['https://duckduckgo.com/', 'Organic Search'],
      ['https://m.search.naver.com/search.naver', 'Organic Search'],
      ['https://search.daum.net/', 'Organic Search'],
      ['https://uk.search.yahoo.com/', 'Organic Search'],
      ['https://yandex.ru/', 'Organic Search'],
      ['android-app://com.google.android.googlequicksearchbox/', 'Organic Search'],
      ['https://docs.google.com/document/1', 'Referral'],
      ['https://news.naver.com/', 'Referral'],
      ['https://l.facebook.com/', 'Organic Social'],
      ['https://lm.facebook.com/', 'Organic Social'],
      ['https://t.co/abc', 'Organic Social'],
      ['https://out.reddit.com/', 'Organic Social'],
      ['https://www.pinterest.de/', 'Organic Social'],
      ['android-app://com.linkedin.android', 'Organic Social'],
      ['https://www.youtube.com/', 'Organic Video'],
      ['https://www.twitch.tv/', 'Organic Video'],
      ['https://www.amazon.de/', 'Organic Shopping'],
      ['https://www.idealo.at/', 'Organic Shopping'],
      ['https://shopping.naver.com/', 'Organic Shopping'],
      ['https://mail.google.com/', 'Email'],
      ['https://outlook.live.com/', 'Email'],
      ['android-app://com.google.android.gm', 'Email'],
      ['https://googleads.g.doubleclick.net/', 'Display'],
      ['https://chatgpt.com/', 'AI Assistant'],
      ['https://www.perplexity.ai/', 'AI Assistant'],
      ['https://gemini.google.com/', 'AI Assistant'],
      ['https://copilot.microsoft.com/', 'AI Assistant'],
      ['https://claude.ai/', 'AI Assistant'],
      ['https://news.example/article', 'Referral'],
      ['https://notgoogle.com/', 'Referral'],
      ['https://facebook.com.evil.example/', 'Referral'],
    ])('from %s is %s', (referrer, group) => {
      expect(channelGroup(from(referrer))).toBe(group);
    });
  });

  describe('of a click that a network marked', () => {
    it.each([
      ['gclid=a', undefined, 'Paid Search'],
      ['gbraid=a', undefined, 'Paid Search'],
      ['wbraid=a', 'https://www.google.com/', 'Paid Search'],
      ['gad_source=1', undefined, 'Paid Search'],
      ['msclkid=a', undefined, 'Paid Search'],
      ['yclid=a', undefined, 'Paid Search'],
      ['dclid=a', undefined, 'Display'],
      ['ttclid=a', undefined, 'Paid Social'],
      ['twclid=a', undefined, 'Paid Social'],
      ['li_fat_id=a', undefined, 'Paid Social'],
      ['ScCid=a', undefined, 'Paid Social'],
      ['rdt_cid=a', undefined, 'Paid Social'],
      ['epik=a', undefined, 'Paid Social'],
      ['irclickid=a', 'https://deals.example/', 'Affiliates'],
      ['mc_cid=a', undefined, 'Email'],
      ['srsltid=a', 'https://www.google.com/', 'Organic Shopping'],
      // On every link that leaves Facebook, and no sign of an ad.
      ['fbclid=a', undefined, 'Organic Social'],
      ['fbclid=a&gclid=b', undefined, 'Paid Search'],
      ['gclid=', undefined, 'Direct'],
    ])('%s from %s is %s', (query, referrer, group) => {
      expect(channelGroup(tagged(query, referrer))).toBe(group);
    });

    it.each([
      ['a campaign that says it all', 'utm_source=youtube&utm_medium=cpc&gclid=a', 'Paid Video'],
      ['a paid medium', 'utm_medium=cpc&fbclid=a', 'Paid Social'],
      ['a banner', 'utm_medium=banner&gclid=a', 'Display'],
      ['a shopping campaign', 'utm_campaign=shopping&gclid=a', 'Paid Shopping'],
      ['a source alone', 'utm_source=news&utm_campaign=x&gclid=abc', 'Paid Search'],
    ])('fills in what %s leaves out', (_, query, group) => {
      expect(channelGroup(tagged(query))).toBe(group);
    });
  });

  describe('of a way that leads back', () => {
    it.each([
      ['the same host', 'https://www.shop.example/cart'],
      ['the host without www', 'https://shop.example/'],
      ['a subdomain', 'https://blog.shop.example/'],
      ['PayPal', 'https://www.paypal.com/checkoutnow'],
      ['Stripe', 'https://checkout.stripe.com/c/pay'],
      ['Klarna', 'https://pay.klarna.com/'],
      ['Adyen', 'https://checkoutshopper-live.adyen.com/'],
      ['Mollie', 'https://www.mollie.com/checkout'],
      ['Toss', 'https://pay.toss.im/'],
      ['Kakao Pay', 'https://online-pay.kakaopay.com/'],
      ['Inicis', 'https://stdpay.inicis.com/'],
      ['KCP', 'https://pay.kcp.co.kr/'],
      ['NICE Pay', 'https://web.nicepay.co.kr/'],
      ['Alipay', 'https://excashier.alipay.com/'],
      ['Afterpay', 'https://portal.afterpay.com/'],
      ['Sage Pay', 'https://live.sagepay.com/'],
      ['Amazon Pay', 'https://pay.amazon.com/'],
      ['Naver Pay', 'https://pay.naver.com/'],
      ['a bank’s 3-D Secure page', 'https://acs.arcot.com/'],
      ['a sign-in at Google', 'https://accounts.google.com/'],
    ])('from %s it says nothing new', (_, referrer) => {
      expect(channelGroup(from(referrer))).toBeUndefined();
    });

    it('from a gateway it says nothing new, whatever the shop put into the address', () => {
      const back = tagged('utm_source=google&utm_medium=cpc', 'https://www.paypal.com/');
      expect(channelGroup(back)).toBeUndefined();
    });

    it('from another of the site’s own origins it says nothing new', () => {
      const back = from('https://pay.mugs.example/done');
      expect(channelGroup(back)).toBe('Referral');
      expect(channelGroup(back, ['https://*.mugs.example:8443'])).toBeUndefined();
    });

    it.each([
      ['https://a.myshopify.com/', 'https://b.myshopify.com/', 'Referral'],
      ['https://shop.co.uk/', 'https://other.co.uk/', 'Referral'],
      ['https://www.shop.co.uk/', 'https://blog.shop.co.uk/', undefined],
      ['https://shop.co.kr/', 'https://m.shop.co.kr/', undefined],
      ['http://127.0.0.1:3000/', 'http://127.0.0.1:4000/', undefined],
      ['http://10.0.0.1/', 'http://10.9.0.1/', 'Referral'],
      ['http://localhost:3000/', 'http://localhost:3000/', undefined],
    ])('%s from %s is %s', (url, referrer, group) => {
      expect(channelGroup({ url, referrer })).toBe(group);
    });
  });

  it('reads the tags behind a route in the fragment too', () => {
    const url = 'https://shop.example/#/product?utm_source=crm&utm_medium=email';
    expect(channelGroup({ url })).toBe('Email');
  });

  it('makes do with no page at all', () => {
    expect(channelGroup({})).toBe('Direct');
    expect(channelGroup({ referrer: 'https://www.google.com/' })).toBe('Organic Search');
  });
});
