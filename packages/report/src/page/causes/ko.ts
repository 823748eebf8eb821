import type { Words } from './en.ts';

/** Every word about what carts met, in Korean. */
export const ko: Words = {
  intro:
    '비슷한 다른 장바구니보다 더 자주 남겨진 장바구니가 무엇을 겪었는지 보여 줍니다. 이탈과 관련이 있다는 뜻이며, 그것이 이유인지는 실험으로만 알 수 있습니다.',
  names: {
    known: {
      'alert:INPUT_INVALID': '입력값이 올바르지 않다는 안내',
      'alert:INPUT_REQUIRED': '입력이 빠졌다는 안내',
      'alert:PAYMENT_ERROR': '결제 오류 표시',
      'alert:DELIVERY_ERROR': '배송할 수 없다는 안내',
      'alert:DISCOUNT_ERROR': '할인 오류 표시',
      'alert:INVENTORY_ERROR': '품절 안내',
      'alert:CONTACT_ERROR': '연락처 오류 표시',
      'alert:MERCHANDISE_ERROR': '상품 오류 표시',
      'alert:CHECKOUT_ERROR': '결제 과정 오류 표시',
      price_rise: '총액 상승',
      'price_rise:high': '평소보다 훨씬 큰 총액 상승',
      coupon_denied: '쿠폰 코드 거절',
      login: '로그인',
      exception: '페이지 오류 발생',
      failed_request: '쇼핑몰 요청 실패',
      rage_click: '연달아 클릭함',
      dead_click: '반응 없는 클릭',
      step_back: '이전 단계로 돌아감',
      'poor:LCP': '내용이 느리게 나타나는 페이지',
      'poor:INP': '반응이 느린 페이지',
      'poor:CLS': '로딩 중 움직이는 페이지',
      'poor:FCP': '첫 화면이 느린 페이지',
      'poor:TTFB': '응답이 느린 서버',
    },
    alert: (type) => `오류 표시: ${type}`,
    field_left: (field) =>
      field === '' ? '입력란을 비우거나 잘못 남김' : `‘${field}’ 입력란을 비우거나 잘못 남김`,
    poor: (vital) => `${vital} 지표가 나쁜 페이지`,
    custom: (name) => `‘${name}’ 경험`,
  },
  answer: {
    money: (what, where, money) => [
      `${where} `,
      what,
      '에 가장 많은 금액이 걸려 있습니다. 이 기간에 약 ',
      money,
      '입니다.',
    ],
    carts: (what, where, carts) => [
      `${where} `,
      what,
      '에 가장 많은 장바구니가 걸려 있습니다. 이 기간에 약 ',
      carts,
      '입니다.',
    ],
    quoted: (name) => `‘${name}’`,
    nothing: (_, shown) =>
      `장바구니가 겪은 일 ${shown}가지를 검정했지만, 더 자주 남겨지는 것과 확실히 관련된 것은 없습니다.`,
    untested: '검정할 만큼 많은 고객이 겪은 일이 없습니다.',
    noCarts: '이 기간에는 결과가 정해진 장바구니가 없습니다.',
    next: '더 긴 기간이나 더 적은 조건을 선택해 보세요. 작은 영향을 알아보려면 많은 장바구니가 필요합니다. 한 단계에서 고객 30명이 겪은 일부터 검정합니다.',
  },
  fixed: {
    link: '고치셨나요?',
    mark: (what, where) => `수정: ${what}, ${where}`,
  },
  ranked: {
    heading: '걸린 금액이 큰 순서',
    intro:
      '기기, 신규·재방문, 유입 채널이 같은 장바구니끼리 비교해도 각각 관련이 있습니다. 여러 가지를 함께 겪은 장바구니가 있어 금액이 겹칠 수 있으니 더하지 마세요.',
    often: (times) => [
      '이를 겪은 장바구니는 겪지 않은 비슷한 장바구니보다 ',
      times,
      ' 자주 남겨졌습니다',
    ],
    times: (ratio) => `${ratio}배`,
    interval: (low, high) => `${low}~${high}배 사이입니다.`,
    stake: (amount) => ['. 이 기간에 약 ', amount, '이(가) 걸려 있습니다.'],
    above: (money) => `${money} 초과 상승: 이 단계에서 보통 오르는 금액의 1.5배입니다.`,
    met: '겪음',
    unmet: '겪지 않음',
    share: (rate, carts) => `${carts} 중 ${rate}`,
    barLabel: '여기서 남겨진 장바구니 비율',
    atStake: '걸린 금액',
    range: (low, high) => `${low} ~ ${high} 사이`,
    excess: (carts, share) => `평소보다 ${carts} 더 남겨짐: 여기서 남겨진 전체의 ${share}`,
    alike: (names) => `함께 같게 맞춘 것: ${names}.`,
    shoppers: (n) => `겪은 장바구니는 고객 ${n}명의 것입니다.`,
    examples: '이를 겪고 남겨진 여정',
    example: (n) => `여정 ${n}`,
    sizes: '상품 금액 대비 상승 폭',
    under: (to) => `${to} 미만`,
    between: (from, to) => `${from} 이상 ${to} 미만`,
    over: (from) => `${from} 이상`,
  },
  forest: {
    heading: '단계별로 몇 배 더 자주 남겨졌는지',
    intro:
      '점은 이를 겪은 장바구니가 몇 배 자주 남겨졌는지, 선은 그 95% 신뢰구간입니다. 1의 오른쪽이면 더 자주이고, 선이 1을 지나면 우연일 수 있습니다.',
    axis: '배 자주 남겨짐',
    step: (carts, stopped) => `${carts} 도달, 그중 ${stopped}개 남겨짐`,
    exposed: (carts) => `${carts}가 겪음`,
    row: (ratio, low, high) => `${ratio}배 (${low}–${high})`,
    alone: (ratio) => `따로 보면 ${ratio}배`,
    legend: {
      ranked: '확실히 더 자주',
      explained: '다른 것으로 설명됨. 고리는 그것을 같게 맞추기 전',
      unproven: '근거 부족',
    },
  },
  explained: {
    heading: '다른 것으로 설명됨',
    intro:
      '따로 보면 이를 겪은 장바구니도 더 자주 남겨졌습니다. 하지만 아래에 적힌 것이 같은 장바구니끼리 비교하면 더 이상 확실하지 않습니다.',
    by: (other) => [other, ' 때 함께 나타남'],
    sentence: (alone, equal) =>
      `따로 보면 ${alone}, 그것을 같게 맞추면 ${equal} 자주 남겨졌습니다.`,
    times: (ratio, low, high) => `${ratio}배(${low}–${high})`,
    unknown: '비교할 것 없음',
    open: '그 자체로도 영향이 있는지는 이 장바구니들만으로 아직 알 수 없습니다.',
  },
  unproven: {
    heading: '근거 부족',
    intro: (n) => `그 밖에 ${n}가지입니다. 순위에 넣지 않은 까닭은 표에 있습니다.`,
    rare: (_, shown) => `장바구니 5개 미만이 겪은 일이 ${shown}가지 더 있습니다.`,
    some: (shown, all) => `${all}가지 가운데 가장 많은 장바구니가 겪은 ${shown}가지입니다.`,
    table: '표로 보기',
    unit: '단위: 장바구니',
    columns: {
      what: '겪은 일',
      step: '마친 단계',
      exposed: '겪음',
      stopped: '그중 남겨짐',
      others: '겪지 않음',
      othersStopped: '그중 남겨짐',
      ratio: '몇 배 자주',
      interval: '95% 신뢰구간',
      doubt: '순위에 없는 까닭',
    },
    doubts: {
      few_exposed: '겪은 고객 30명 미만',
      few_stopped: '그중 장바구니를 남긴 고객 5명 미만',
      no_comparison: '겪지 않은 비슷한 장바구니 없음',
      not_more: '더 자주 남겨지지 않음',
      chance: '우연일 수 있음',
    },
  },
  how: {
    heading: '집계 방법',
    unit: '이 페이지의 모든 수치는 기간 안에 만들어져 결과가 정해진 장바구니를 셉니다. 열려 있는 것은 뺍니다.',
    terms: [
      [
        '겪음',
        '그 단계가 가장 멀리 간 단계인 동안 한 번 이상 겪은 것입니다. 나머지는 그 단계에 왔지만 거기서 겪지 않았습니다.',
      ],
      [
        '남겨짐',
        '그 단계를 마지막으로 이탈했거나 잃은 장바구니입니다. 비운 장바구니는 남겨진 것이 아닙니다.',
      ],
      [
        '몇 배 자주',
        '만텔–핸젤 위험비와 그린랜드–로빈스 95% 신뢰구간입니다. 기기, 신규·재방문, 유입 채널이 같은 장바구니끼리만 비교합니다. 내려받는 파일에는 단순 위험비와 카츠 신뢰구간도 있습니다. 한 고객의 장바구니 여러 개는 같은 수의 고객보다 말해 주는 것이 적으므로, 서로 닮은 만큼 구간을 넓힙니다(량–제거).',
      ],
      [
        '설명됨',
        '같은 단계에서 겪은 다른 일과도 강한 것부터 견주어 봅니다. 다른 것이 같은 장바구니끼리 비교할 때 관련이 사라지면 그것으로 설명됩니다. 대개 나중에 일어난 일은 결과이므로 아무것도 설명하지 않습니다.',
      ],
      [
        '확실히',
        '고객 30명 이상이 겪고 그중 5명 이상이 여기서 장바구니를 남겼으며, 신뢰구간이 1보다 위에 있고, 순위에 오른 것 가운데 거짓이 5% 이하로 예상됩니다(모든 일과 단계에 걸친 벤저미니–호크버그 방법).',
      ],
      [
        '걸린 금액',
        '이를 겪고 남겨진 장바구니 가운데 비슷한 장바구니의 평소 수준을 넘는 몫을 평균 금액으로 셈한 것입니다. 범위는 위험비의 범위를 따릅니다. 이 단계를 지나갔을 것이라는 뜻이며, 일부는 뒤에서 남겨졌을 수 있습니다.',
      ],
      [
        '평소보다 훨씬',
        '그 단계에서 오르는 금액의 중앙값보다 1.5배 넘게 오른 총액입니다. 배송비는 거의 어디에나 있으므로, 눈에 띄게 큰 것을 봅니다.',
      ],
      [
        '보지 않는 것',
        '단계에 머문 시간은 보지 않습니다. 남겨진 장바구니는 떠나면서 시간이 끊기기 때문입니다. 빈 입력란이나 화난 클릭은 떠나는 까닭이 아니라 떠나는 모습일 수 있습니다.',
      ],
    ],
  },
};
