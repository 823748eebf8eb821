import { expect, it } from 'vitest';
import { type Answered, type Asked, describeShop } from '../describeShop.ts';
import { seen } from './shopPage.ts';

const page = (head: string, body: string) => ({
  html: `<!doctype html><html lang="ko"><head><title>쇼핑몰</title>
    <script>var EC_FRONT_JS_CONFIG_SHOP = {"sMobileUse": "T"}; var SHOP = { getCurrency: () => "KRW" };
      const basket = (fields) => fetch('/exec/front/order/basket/', { method: 'POST', headers: { 'X-Requested-With': 'XMLHttpRequest' }, body: new URLSearchParams(fields) }).then((answer) => answer.json());</script>
    ${head}</head><body><div id="header"><ul class="xans-element- xans-layout xans-layout-orderbasketcount"><li><a href="/order/basket.html">장바구니 <span class="count EC-Layout-Basket-count">0</span></a></li></ul></div>${body}</body></html>`,
});

const PRODUCT = page(
  `<meta property="og:type" content="product"><meta property="product:price:amount" content="32000"><meta property="product:price:currency" content="KRW">
  <script>var iProductNo = '123'; var product_name = '린넨 셔츠'; var product_price = '32000'; var product_sale_price = 29000;</script>`,
  `<div class="xans-element- xans-product xans-product-detail"><div class="detailArea"><div class="infoArea"><div class="headingArea"><h2>린넨 셔츠</h2></div>
    <table><tr><th>판매가</th><td><strong id="span_product_price_text">32,000원</strong></td></tr><tr><th>할인판매가</th><td><span id="span_product_price_sale">29,000원</span></td></tr></table>
    <select name="option1" id="product_option_id1"><option value="*">- [필수] 옵션을 선택해 주세요 -</option><option value="P000000F000A">베이지</option><option value="P000000F000B">네이비</option></select>
    <div id="totalProducts"><table><tbody class="displaynone"><tr><td><input id="quantity" name="quantity_opt[]" value="1" type="text"></td></tr></tbody><tbody class="option_products"></tbody></table></div>
    <div class="xans-element- xans-product xans-product-action"><div class="ec-base-button"><a href="#none" class="btnSubmit sizeL" onclick="product_submit(1, '/exec/front/order/basket/', this)">바로 구매하기</a><button type="button" class="btnNormal sizeL cart" onclick="product_submit(2, '/exec/front/order/basket/', this)">장바구니</button><button type="button" class="btnNormal sizeL wish" onclick="fetch('/exec/front/shop/wishlist', { method: 'POST', body: 'command=add&product_no=123' })">관심상품</button></div></div></div></div></div>
  <script>const options = document.querySelector('.option_products');
    document.querySelector('select').onchange = ({ target: { value } }) => { options.insertAdjacentHTML('beforeend', '<tr class="option_product"><td><p class="product">린넨 셔츠</p></td><td><span class="quantity"><input type="text" id="q_' + value + '" name="quantity_opt[]" class="quantity_opt" value="1"></span></td></tr>'); };
    const product_submit = async (kind) => {
      const items = [...options.querySelectorAll('input')].map(({ id, value }) => ['selected_item[]', value + '||' + id.slice(2)]);
      const { result, alertMSG } = await basket([['product_no', iProductNo], ['command', 'add'], ['redirect', String(kind)], ...items]);
      if (result >= 0 && kind === 1) location.href = '/order/orderform.html?basket_type=all_buy'; };</script>`,
);

const BASKET = page(
  '',
  `<h2>장바구니</h2><div class="xans-element- xans-order xans-order-basketpackage"><table class="orderListArea"><thead><tr><th>이미지</th><th>상품정보</th><th>판매가</th><th>수량</th><th>배송비</th><th>합계</th><th>선택</th></tr></thead>
    <tfoot><tr><td colspan="7">[기본배송] 상품구매금액 <strong>87,000</strong> + 배송비 <span>3,000</span> = 합계 : <strong><span>90,000</span>원</strong></td></tr></tfoot>
    <tbody class="xans-element- xans-order xans-order-list"><tr class="xans-record-"><td class="thumb"><a href="/product/linen/123/category/24/"><img alt=""></a></td><td><strong class="name"><a href="/product/linen/123/category/24/" class="ec-product-name">린넨 셔츠</a></strong></td>
    <td><strong>29,000원</strong></td><td><span class="ec-base-qty"><input id="quantity_id_0" name="quantity_name_0" value="3" type="text"></span><a href="javascript:;" class="btnNormal change" onclick="basket({ command: 'modify', product_no: 123, quantity: 4 })">변경</a></td>
    <td class="charge">3,000원</td><td class="total"><strong id="sum_price_front0">87,000원</strong></td><td class="button"><a href="javascript:;" class="btnNormal out" onclick="basket({ command: 'select_delete', product_no: 123 })">삭제</a></td></tr></tbody></table>
  <a href="/order/orderform.html?basket_type=all_buy" class="btnSubmitFix sizeM">전체상품주문</a></div>`,
);

const ORDERFORM = page(
  '',
  `<h1>주문/결제</h1><form id="frm_order_act" method="post" action="/order/order_result.html"><input name="oname" value="에이다"><input name="oemail1" type="email" value="ada@example.com"><input name="raddr1" value="세종대로 1"><input type="radio" name="addr_paymethod" value="cash" checked>
    <div class="totalPay gray"><h3 class="heading">배송비</h3><strong class="txtStrong">3,000원</strong></div><div class="totalPay paymentPrice"><h3 class="heading">최종 결제 금액</h3><strong class="txtStrong">90,000원</strong></div>
    <button id="btn_payment" type="button" onclick="location.href='/order/order_result.html'">결제하기</button></form>`,
);

const result = (head: string, form: string) =>
  page(
    head,
    `<h1>주문완료</h1><form id="frm_order_result" name="frm_order_result" method="post"><div id="mCafe24Order" class="xans-element- xans-order xans-order-result">
    <p class="message"><strong>고객님의 주문이 정상적으로 완료되었습니다.</strong></p>${form}</div></form>`,
  );

const DATA = {
  order_id: '20240101-0000012',
  payed_amount: '90000.00',
  order_product: [
    { product_no: 123, product_name: '린넨 셔츠', product_price: '29000.00', quantity: '3' },
  ],
};

function cafe24({ method, url: { pathname }, body }: Asked): Answered | undefined {
  if (pathname === '/exec/front/order/basket/') {
    const isRefused = /command=add/.test(body) && /%7C%7CP000000F000B/.test(body);
    return { json: isRefused ? { result: -102, alertMSG: '재고가 부족합니다.' } : { result: 0 } };
  }
  if (pathname === '/exec/front/shop/wishlist') return { json: { result: 'SUCCESS' } };
  switch (method === 'GET' && pathname) {
    case '/product/linen/123/category/24/display/1/':
      return PRODUCT;
    case '/order/basket.html':
      return BASKET;
    case '/order/orderform.html':
      return ORDERFORM;
    case '/order/order_result.html':
      return result(
        `<script>var EC_FRONT_EXTERNAL_SCRIPT_VARIABLE_DATA = ${JSON.stringify(DATA)};</script>`,
        '',
      );
    case '/plain/order/order_result.html':
      return result(
        '',
        `<input id="order_id" name="order_id" value="20240102-0000044" type="hidden"><table class="resultInfo"><tr><th scope="row">결제금액</th><td><span class="txtEm">90,000원</span></td></tr></table>`,
      );
    default:
      return undefined;
  }
}

const SHIRT = { item_id: '123', item_name: '린넨 셔츠', price: 29_000 };
const currency = 'KRW';
const view = ['view_item', { items: [SHIRT], currency, value: 29_000 }];

describeShop('Cafe24', cafe24, (visit) => {
  it('is followed from a product of several options to the page of the order', async () => {
    const { page } = visit;
    await visit.open('/product/linen/123/category/24/display/1/');
    await visit.ask(/wishlist/, () => page.click('.wish'));
    await page.selectOption('select', 'P000000F000B');
    await visit.ask(/basket/, () => page.click('.cart'));
    await visit.leave(() => page.reload());
    await page.selectOption('select', 'P000000F000A');
    await page.fill('#q_P000000F000A', '3');
    await visit.ask(/basket/, () => page.click('.cart'));
    await visit.leave(() => page.click('#header a'));
    await visit.leave(() => page.click('.btnSubmitFix'));
    await visit.leave(() => page.click('#btn_payment'));
    await visit.leave(() => page.reload());

    const total = { currency, value: 90_000 };
    expect(seen(visit)).toEqual([
      view,
      view,
      ['add_to_cart', { items: [{ ...SHIRT, quantity: 3 }], currency, value: 87_000 }],
      ['view_cart', { items: [{ ...SHIRT, quantity: 3 }], currency, value: 87_000 }],
      ['begin_checkout', total],
      [
        'purchase',
        {
          transaction_id: DATA.order_id,
          items: [{ item_id: '123', item_name: '린넨 셔츠', quantity: 3 }],
          ...total,
        },
      ],
    ]);
    expect(visit.told[2]?.params.inferred).toBe('cafe24');
    expect(visit.errors).toEqual([]);
  });

  it('leads to checkout from a product at once, and names an order that only the page tells', async () => {
    const { page } = visit;
    await visit.open('/product/linen/123/category/24/display/1/');
    await page.selectOption('select', 'P000000F000A');
    await visit.leave(() => page.click('.btnSubmit'));
    await visit.leave(() => page.evaluate(() => location.assign('/plain/order/order_result.html')));
    expect(seen(visit)).toEqual([
      view,
      ['add_to_cart', { items: [{ ...SHIRT, quantity: 1 }], currency, value: 29_000 }],
      ['begin_checkout', { currency, value: 90_000 }],
      ['purchase', { transaction_id: '20240102-0000044', currency, value: 90_000 }],
    ]);
  });

  it('has a product taken out, and none added where its number changes', async () => {
    const { page } = visit;
    await visit.open('/order/basket.html');
    await visit.ask(/basket\/$/, () => page.click('.change'));
    await visit.ask(/basket\/$/, () => page.click('.out'));
    expect(seen(visit)).toMatchObject([
      ['view_cart', { value: 87_000 }],
      ['remove_from_cart', { items: [{ ...SHIRT, quantity: 3 }], value: 87_000 }],
    ]);
  });
});
