import type { Words } from './en.ts';

export const ko: Words = {
  form: {
    mark: '표시해 둔 날',
    none: '없음',
    day: '또는 다른 날짜',
    window: '앞뒤 며칠씩',
    age: '장바구니를 보는 시점',
    days: (_, shown) => `${shown}일`,
    show: '비교',
    toSettings: '설정에서 날짜 표시하기',
  },
  empty: {
    title: '무언가 바뀐 날을 고르세요. 새 결제 화면, 가격 변경, 캠페인 같은 것입니다.',
    next: '그날 이전의 날들을 같은 수의 이후 날들과 견줍니다. 표시한 날은 여기와 개요에 나타납니다.',
    tooEarly: (day, age) =>
      `${day}에 대해서는 아직 말할 수 없습니다. 그날 자체는 어느 쪽에도 넣지 않으며, 그날의 장바구니가 모두 ${age} 지나야 셉니다.`,
  },
  sides: (days, before, after, age) =>
    `앞뒤 ${days}씩, ${before}과 ${after}을 비교합니다. 바뀐 날은 뺍니다. 양쪽에 같은 시간이 주어지도록 장바구니마다 만들어진 지 ${age} 뒤의 모습을 봅니다.`,
  shorter: (asked) => `${asked}을 요청하셨습니다. 날이 지나면 양쪽 모두 바깥쪽으로 늘어납니다.`,
  weekdays: '한 주가 되지 않아 요일 차이만으로도 달라질 수 있습니다.',
  answer: {
    told: (name, change, range) => [`${name}: `, change, ` (${range} 사이).`],
    up: (amount) => `${amount} 올랐습니다`,
    down: (amount) => `${amount} 내렸습니다`,
    better: '알 수 있는 한에서는 나아졌습니다.',
    worse: '알 수 있는 한에서는 나빠졌습니다.',
    cannot: (name) => `${name}: 달라졌는지 아직 알 수 없습니다.`,
    range: (low, high) => `변화는 ${low}에서 ${high} 사이 어디든 될 수 있습니다.`,
    few: (least) => `한쪽의 고객이 ${least}명보다 적습니다.`,
    needed: (n, more) =>
      `변화가 지금 보이는 만큼이라면, 알아내는 데 한쪽에 약 ${n} 필요합니다. ${more}.`,
    moreDays: (days) => `이 속도로 약 ${days} 더 걸립니다`,
    longer: '이 속도로는 1년이 넘게 걸리니 변화가 없다고 보아도 됩니다',
    wider: '이미 그만큼 있는데도 알 수 없으니 앞뒤 날짜를 늘려 보세요',
    held: '기기와 유입 경로를 같게 두었습니다.',
    notHeld:
      '양쪽에 비슷한 것이 너무 적어 기기와 유입 경로를 같게 두지 못했습니다. 단순 차이입니다.',
    mix: (crude) => `같게 두지 않으면 ${crude}입니다. 고객 구성도 함께 달라졌습니다.`,
  },
  figures: {
    heading: '모든 수치의 이전과 이후',
    intro:
      '선은 변화의 95% 신뢰구간입니다. 밝은 선은 그대로, 어두운 선은 기기와 유입 경로를 같게 둔 것입니다. 0을 지나는 구간은 우연일 수 있습니다.',
    abandonment: '이탈률',
    stop: (where) => `이탈(${where})`,
    conversion: '전환율',
    order_value: '평균 주문 금액',
    unit: {
      carts: '결과가 정해진 장바구니 기준',
      journeys: '시작된 여정 기준',
      orders: '주문 기준',
    },
    columns: {
      figure: '수치',
      before: '이전',
      after: '이후',
      crude: '변화 그대로',
      adjusted: '기기와 유입 경로를 같게',
      verdict: '판정',
    },
    verdict: {
      better: '나아짐',
      worse: '나빠짐',
      cannot_tell: '아직 알 수 없음',
      too_few: '너무 적음',
    },
    interval: (low, high) => `${low} ~ ${high}`,
    choose: (name) => `${name} 보기`,
    chart: (name, range) => `${name}: ${range}`,
  },
  journeys: (_, shown) => `여정 ${shown}건`,
  care: {
    heading: '믿기 전에',
    rules: [
      [
        '처음 나온 ‘나아짐’에서 멈추지 마세요',
        '언제, 어떤 수치를 볼지 미리 정하세요. 다섯 번 보고 처음 나온 ‘나아짐’에서 멈추면 아무것도 바뀌지 않았어도 14%에서, 반년 동안 날마다 보면 42%에서 그런 결과가 나옵니다.',
      ],
      [
        '바꾼 것은 수치 하나입니다',
        '바뀌지 않은 수치 스무 개 가운데 하나는 구간을 벗어납니다. 움직이게 하려던 수치를 고르고, 나머지는 다른 무엇이 움직였는지 보는 데 쓰세요.',
      ],
      [
        '시간이 지나면 다른 것도 달라집니다',
        '할인, 휴일, 경쟁사, 장애는 한쪽에만 걸립니다. 여기서는 변화와 함께 나타난 것을 보여 줄 뿐, 변화가 한 일을 보여 주지는 않습니다. 고객 절반에게 무작위로 이전 화면을 보여 주어야 알 수 있습니다.',
      ],
    ],
    sources:
      '신뢰구간: 비율은 Newcombe, 금액은 Welch. 기기와 유입 경로를 같게 둘 때는 Mantel–Haenszel 위험차와 Sato 분산. 한 고객의 장바구니 여러 개는 같은 수의 고객보다 적게 칩니다. 필요한 수는 실제 변화를 다섯 번 중 네 번 찾아내도록 계산합니다.',
  },
};
