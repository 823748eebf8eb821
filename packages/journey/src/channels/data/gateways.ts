/**
 * Where a shopper is sent to pay, to prove who they are to their bank, or to sign in, and comes back
 * from. A site stands for all below it, and `name.*` for its country domains.
 */
export const GATEWAY_SITES = `
  paypal.com paypal.me venmo.com braintreegateway.com braintreepayments.com stripe.com stripe.network
  link.com klarna.com klarna.net adyen.com adyenpayments.com mollie.com worldpay.com checkout.com
  authorize.net squareup.com square.site sagepay.com opayo.co.uk opayo.eu elavon.com
  globalpay.com realexpayments.com cybersource.com 2checkout.com verifone.cloud fastspring.com
  afterpay.com clearpay.co.uk affirm.com sezzle.com zip.co laybuy.com quadpay.com
  scalapay.com alma.eu oney.io getalma.eu billie.io ratepay.com riverty.com
  pay.amazon.com payments.amazon.com pay.google.com payments.google.com pay.shopify.com
  checkout.shopify.com
  payone.com pay1.de saferpay.com datatrans.com datatrans.biz unzer.com heidelpay.com wirecard.com
  computop-paygate.com concardis.com giropay.de paydirekt.de sofort.com secupay.com
  vrpay.vr-epay.info novalnet.de micropayment.de twint.ch postfinance.ch six-payment-services.com
  eps-ueberweisung.at ogone.com ingenico.com payengine.de multisafepay.com buckaroo.nl pay.nl
  ideal.nl bancontact.com payconiq.com payzen.eu systempay.fr paybox.com lyra.com payplug.com
  monetico-services.com redsys.es bizum.es satispay.com nexi.it swish.nu vipps.no
  mobilepay.dk nets.eu dibspayment.com quickpay.net bambora.com paytrail.com trustly.com
  przelewy24.pl payu.com payu.in payu.* dotpay.pl tpay.com blik.com gopay.com gopay.cz comgate.cz barion.com
  yookassa.ru robokassa.ru
  tosspayments.com toss.im kakaopay.com inicis.com kcp.co.kr nicepay.co.kr nicepayments.com
  payco.com pay.naver.com danalpay.com danal.co.kr mobilians.co.kr smartro.co.kr ksnet.co.kr
  easypay.co.kr settlebank.co.kr hectofinancial.co.kr portone.io iamport.kr
  paypay.ne.jp gmo-pg.com mul-pay.jp sbpayment.jp komoju.com epsilon.jp
  alipay.com alipayplus.com tenpay.com pay.weixin.qq.com 95516.com unionpay.com unionpayintl.com 99bill.com
  omise.co opn.ooo 2c2p.com xendit.co midtrans.com doku.com razorpay.com paytm.in paytm.com
  ccavenue.com billdesk.com phonepe.com cashfree.com instamojo.com
  mercadopago.* pagseguro.uol.com.br pagseguro.com.br ebanx.com dlocal.com conekta.com
  iyzico.com iyzipay.com paytr.com tap.company paymob.com payfort.com telr.com hyperpay.com
  tabby.ai tamara.co paystack.com flutterwave.com payfast.co.za payfast.io peachpayments.com
  arcot.com cardinalcommerce.com securesuite.net 3dsecure.io 3dsecure.no rsa3dsauth.com
  netcetera.com modirum.com gpayments.net
  accounts.google.com appleid.apple.com login.live.com login.microsoftonline.com kauth.kakao.com
  accounts.kakao.com nid.naver.com login.aliexpress.com
`;
