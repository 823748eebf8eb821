import type { Words } from './en.ts';

export const ko: Words = {
  figures: {
    heading: '기간의 주요 수치',
    unit: '단위: 기간에 만들어진 장바구니. 전환율만 기간에 시작된 여정',
    rate: '이탈률',
    rateNote: (range, carts) => `${range}, 결과가 정해진 ${carts} 기준`,
    noRate: '아직 결과가 정해진 장바구니가 없습니다',
    carts: '만들어진 장바구니',
    cartsNote: (open) => `그중 ${open}는 아직 열려 있음`,
    atRisk: '위험 금액',
    lost: '잃은 금액',
    recovered: '되찾은 금액',
    recoveredNote: (orders) => `남겨졌다가 이루어진 ${orders}`,
    orders: '주문',
    revenue: '매출',
    revenueNote: '위 주문의 금액, 환불 전',
    conversion: '전환율',
    conversionNote: (orders, journeys, range) => `끝난 여정 ${journeys}건 중 ${orders} (${range})`,
    noConversion: '끝난 여정이 아직 없습니다',
  },
  fix: {
    heading: '먼저 고칠 것',
    introCauses:
      '장바구니가 남겨지는 일과 함께 나타나는 것을 걸린 금액 순으로 보여 줍니다. 걸린 금액은 그 단계에서 평소 남겨지는 것을 넘는 몫입니다. 함께 나타난다는 뜻이며, 원인이라는 증명은 아닙니다.',
    introSteps:
      '이탈과 함께 나타난다고 말할 만큼 확실한 것이 아직 없습니다. 그때까지는 금액이 가장 많이 남겨지는 곳을 보여 줍니다.',
    none: '이 기간에는 남겨진 금액이 없습니다.',
    cause: (what, where, stopped, carts) =>
      `${what}: 이를 겪은 ${carts} 중 ${stopped}개가 ${where} 남겨졌습니다.`,
    times: (ratio, range) => `그렇지 않은 장바구니의 ${ratio}배입니다(${range}).`,
    between: (low, high) => `${low} ~ ${high} 사이`,
    step: (where, carts) => `${carts}가 ${where} 남겨졌습니다.`,
    share: (share) => `남겨진 전체 금액의 ${share}`,
    most: (where, money, carts) => [
      `원인과 관계없이 금액이 가장 많이 남겨지는 곳은 ${where}입니다. `,
      money,
      `, ${carts}.`,
    ],
    toSteps: '모든 단계 보기',
    toCauses: '근거',
    example: '예시 여정',
  },
  changes: {
    heading: '달라진 것',
    chart: '날짜별 이탈률',
    steps: '단계별로 보기',
    stepsIntro:
      '단계를 마친 장바구니 가운데 그곳에 남겨진 비율입니다. 단계를 건너뛴 것은 이탈이 아닙니다.',
    nothing: (days) => `판정한 ${days}이 모두 평소 범위 안에 있습니다.`,
    noBaseline:
      '평소 범위를 말하기에는 알려진 장바구니가 너무 적습니다. 장바구니가 있는 날이 2주 쌓이면 나타납니다.',
    notYet:
      '이 기간에는 아직 판정할 수 있는 날이 없습니다. 그날의 장바구니가 모두 하루가 지나고 수가 충분해야 판정합니다.',
    days: (_, shown) => `${shown}일`,
    on: (day) => `${day}에는`,
    fromTo: (from, to) => `${from}부터 ${to}까지`,
    since: (day) => `${day}부터는`,
    sentence: (when, rate, carts, where, usual) => [
      `${when} ${carts} 중 `,
      rate,
      `가 ${where} 남겨졌습니다. 평소는 ${usual}입니다.`,
    ],
    all: '주문 없이',
    more: (carts) => `평소보다 ${carts} 많습니다.`,
    fewer: (carts) => `평소보다 ${carts} 적습니다.`,
    outages: '고객보다 기록에 문제가 있었을 날',
    outage: {
      silent: (day, seen, expected) =>
        `${day}: 페이지 조회가 ${seen}회뿐입니다. 평소는 ${expected}회입니다.`,
      pages: (day, seen, expected) =>
        `${day}: 페이지 조회가 ${seen}회뿐입니다. 장바구니가 이만큼이면 보통 ${expected}회입니다. 모든 페이지에 태그가 있나요?`,
      carts: (day, seen, expected) =>
        `${day}: 장바구니가 ${seen}개뿐입니다. 페이지 조회가 이만큼이면 보통 ${expected}개입니다. 담기가 계속 전달되나요?`,
      orders: (day, expected) =>
        `${day}: 주문이 한 건도 없습니다. 장바구니가 이만큼이면 보통 ${expected}건입니다. 주문이 계속 전달되나요?`,
      step: (day, step, expected) =>
        `${day}: ‘${step}’ 단계를 알린 장바구니가 없습니다. 장바구니가 이만큼이면 보통 ${expected}개입니다. 이 단계가 계속 전달되나요?`,
    },
    outageNote: '이런 날은 판정하지 않으며, 평소 범위를 배우는 데에도 쓰지 않습니다.',
    how: (hours, span, carts) =>
      `모든 날에 같은 시간이 주어지도록 장바구니마다 만들어진 지 ${hours} 뒤의 모습을 봅니다. 그래서 위의 이탈률과 조금 다릅니다. 띠는 장바구니 수에 맞는 평소 범위로, ${span}의 ${carts}에서 배웠습니다(Laney p′ 관리도).`,
    weekdays: '요일 간 차이가 우연을 넘으면 요일마다 평소 범위를 따로 둡니다.',
    own: '이전에 알려진 것이 적어 기간 자체와 견줍니다.',
    width:
      '띠의 너비는 모든 차트를 합쳐 우연히 벗어나는 날이 스무 번에 한 번만 나오도록 정했으며, 위아래로 5%p보다 좁지 않습니다.',
    description: (first, last, usual) => `${first}부터 ${last}까지. 평소 ${usual}.`,
    point: (day, rate, carts, normal) => `${day}: ${carts} 중 ${rate}, 평소 범위 ${normal}`,
    pointOnly: (day, rate, carts) => `${day}: ${carts} 중 ${rate}`,
    noCarts: '결과가 정해진 장바구니 없음',
    usual: (rate) => `평소 ${rate}`,
    outside: (days) => `${days} 벗어남`,
    shifted: '변화가 이어지는 중',
    inside: '평소 범위 안',
    notJudged: '하루 장바구니가 적어 날마다 판정하지 않음, 지속된 변화 없음',
    legend: {
      normal: '평소 범위',
      outside: '벗어난 날',
      failed: '기록 문제',
      before: '기간 이전',
    },
    marks: '표시한 날',
    tooYoung: '(아직 그려지지 않음: 그날의 장바구니가 하루를 다 지나지 않았습니다)',
    addMark: '설정에서 날짜를 표시하면 여기에 나타납니다.',
    table: '이 수치를 표로 보기',
    columns: {
      day: '날짜',
      carts: '결과가 정해진 장바구니',
      left: '남겨짐',
      rate: '비율',
      usual: '평소',
      normal: '평소 범위',
    },
  },
  more: '장바구니가 남겨지는 곳 자세히 보기',
};
