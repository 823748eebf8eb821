/**
 * Sites that the lists of `referrers.ts` have not, or not yet. As there, a site stands for all below
 * it, and `name.*` for its country domains.
 */

/** Assistants that answer with links. */
export const AI_SITES = `
  chatgpt.com chat.openai.com labs.openai.com openai.com perplexity.ai pplx.ai gemini.google.com
  bard.google.com notebooklm.google.com copilot.microsoft.com copilot.cloud.microsoft copilot.com
  m365.cloud.microsoft claude.ai meta.ai grok.com chat.mistral.ai mistral.ai chat.deepseek.com
  deepseek.com chat.qwen.ai qwen.ai doubao.com kimi.com kimi.moonshot.cn yiyan.baidu.com ernie.baidu.com
  chatglm.cn tongyi.aliyun.com you.com poe.com phind.com iask.ai komo.ai andisearch.com felo.ai
  genspark.ai pi.ai character.ai jasper.ai lumo.proton.me duck.ai huggingface.co wrtn.ai liner.com
  clova-x.naver.com cue.search.naver.com com.openai.chatgpt ai.perplexity.app.android
  com.google.android.apps.bard com.anthropic.claude
`;

/** Search engines whose subdomains are search too. */
export const SEARCH_SITES = `
  search.yahoo.com search.yahoo.co.jp search.naver.com search.daum.net search.nate.com zum.com
  startpage.com kagi.com ecosia.org duckduckgo.com qwant.com search.brave.com mojeek.com swisscows.com
  presearch.com presearch.io metager.org neeva.com seznam.cz sogou.com coccoc.com yep.com
  com.google.android.googlequicksearchbox
`;

export const MORE_SOCIAL_SITES = `
  tiktok.com snapchat.com threads.net threads.com telegram.org t.me telegram.me org.telegram.messenger
  wa.me whatsapp.com discord.com discord.gg line.me band.us cafe.naver.com blog.naver.com
  m.blog.naver.com cafe.daum.net story.kakao.com pf.kakao.com kakao.com weibo.cn xiaohongshu.com
  xhslink.com rednote.com zhihu.com douyin.com dcinside.com fmkorea.com clien.net ruliweb.com
  theqoo.net everytime.kr nextdoor.com pin.it pinterest.* lemmy.world hachyderm.io mstdn.social
  mstdn.jp note.com hatena.ne.jp 5ch.net linktr.ee truthsocial.com gab.com
  com.instagram.android com.facebook.katana com.zhiliaoapp.musically com.pinterest
`;

export const VIDEO_SITES = `
  youtube.com youtu.be youtube-nocookie.com vimeo.com dailymotion.com twitch.tv rumble.com
  odysee.com bilibili.com b23.tv iqiyi.com youku.com nicovideo.jp tv.naver.com chzzk.naver.com
  sooplive.co.kr afreecatv.com tv.kakao.com wistia.com ted.com netflix.com hulu.com disneyplus.com
  com.google.android.youtube
`;

/** Market places, and comparers of prices. */
export const SHOPPING_SITES = `
  amazon.* ebay.* etsy.com walmart.com target.com aliexpress.* alibaba.com temu.com shein.com wish.com
  shopping.google.com shop.app idealo.* billiger.de guenstiger.de geizhals.* check24.de otto.de
  kaufland.* kelkoo.* pricerunner.* prisjakt.nu pricespy.* ceneo.pl allegro.pl heureka.* zbozi.cz
  bol.com cdiscount.com rakuten.* mercadolibre.* mercadolivre.com.br shopee.* lazada.* tokopedia.com
  flipkart.com coupang.com gmarket.co.kr auction.co.kr 11st.co.kr danawa.com enuri.com
  shopping.naver.com search.shopping.naver.com shoppinghow.kakao.com kakaku.com
  shopping.yahoo.co.jp trovaprezzi.it skroutz.gr twenga.* shopzilla.* bizrate.com shopping.com
  market.yandex.ru torg.mail.ru price.ru stockx.com
`;

/** Servers of banners, and of links below the articles of others. */
export const AD_SITES = `
  doubleclick.net googlesyndication.com 2mdn.net criteo.com adnxs.com adform.net adroll.com
  taboola.com outbrain.com rubiconproject.com pubmatic.com openx.net casalemedia.com bidswitch.net
  plista.com sociomantic.com serving-sys.com flashtalking.com adition.com microad.jp zedo.com
`;

/** What people write into `utm_source` for a site. */
export const NAMES: Readonly<Record<string, string>> = {
  google: 'google.com',
  adwords: 'google.com',
  googleads: 'google.com',
  bing: 'bing.com',
  yahoo: 'yahoo.com',
  duckduckgo: 'duckduckgo.com',
  baidu: 'baidu.com',
  yandex: 'yandex.com',
  naver: 'search.naver.com',
  daum: 'search.daum.net',
  ecosia: 'ecosia.org',
  qwant: 'qwant.com',
  facebook: 'facebook.com',
  fb: 'facebook.com',
  meta: 'facebook.com',
  instagram: 'instagram.com',
  ig: 'instagram.com',
  threads: 'threads.net',
  twitter: 'twitter.com',
  x: 'x.com',
  linkedin: 'linkedin.com',
  pinterest: 'pinterest.com',
  tiktok: 'tiktok.com',
  snapchat: 'snapchat.com',
  reddit: 'reddit.com',
  quora: 'quora.com',
  telegram: 'telegram.org',
  whatsapp: 'whatsapp.com',
  line: 'line.me',
  kakao: 'kakao.com',
  vk: 'vk.com',
  weibo: 'weibo.com',
  xing: 'xing.com',
  youtube: 'youtube.com',
  yt: 'youtube.com',
  vimeo: 'vimeo.com',
  twitch: 'twitch.tv',
  amazon: 'amazon.com',
  ebay: 'ebay.com',
  etsy: 'etsy.com',
  idealo: 'idealo.de',
  criteo: 'criteo.com',
  taboola: 'taboola.com',
  outbrain: 'outbrain.com',
  chatgpt: 'chatgpt.com',
  openai: 'openai.com',
  perplexity: 'perplexity.ai',
  claude: 'claude.ai',
  gemini: 'gemini.google.com',
  copilot: 'copilot.microsoft.com',
};
