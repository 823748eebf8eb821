import type { Words } from './en.ts';

/** Every word on the page about who comes back, in Korean. */
export const ko: Words = {
  persons: (_, shown) => `${shown}명`,
  answer: (rate, range, days, persons) => [
    '첫 주문 고객의 ',
    rate,
    ` (${range})가 ${days}일 안에 다시 주문했습니다.`,
    ` 충분한 시간이 지난 ${persons} 기준입니다.`,
  ],
  young: '첫 주문이 아직 오래되지 않아 재주문 비율을 말할 수 없습니다.',
  youngNext: '주문 후 30일이 지나야 합니다. 그동안은 주문 후의 반응을 살펴보세요.',
  empty: '이 기간이 끝날 때까지 확인된 주문이 없습니다.',
  emptyNext: '기간을 늘리거나 조건을 줄여 보세요.',
  orders: {
    heading: '이 기간의 주문',
    placed: '주문',
    by: (persons) => `주문 고객 ${persons}`,
    first: '첫 주문',
    firstNote: '확인된 주문 중 처음인 것',
    repeat: '재주문',
    share: '재주문 비중',
    ofOrders: (range, orders) => `${range}, ${orders} 중`,
  },
  within: {
    heading: '다시 주문하는 고객',
    intro:
      '시간이 충분했던 고객만 봅니다. 각 비율은 첫 주문이 그만큼 오래된 고객 중의 비율이며, 그보다 최근에 온 고객은 아직 판단할 수 없어 제외합니다.',
    days: (days) => `${days}일 이내`,
    of: (range, persons) => `${range}, ${persons} 중`,
    tooRecent: (persons) => `${persons}은 아직 판단하기 이름`,
    nobody: '첫 주문이 그만큼 오래된 고객이 없습니다.',
  },
  curve: {
    heading: '걸리는 시간',
    intro: (persons, returned) =>
      `첫 주문 후 날짜별로 두 번째 주문을 한 비율입니다. ${persons} 중 ${returned}이 지금까지 돌아왔고, 나머지는 확인된 기간만큼만 셉니다.`,
    label: '첫 주문 후 경과일에 따른 재주문 비율',
    description: (day, share) => `${day}일 후 ${share}입니다.`,
    point: (day, share, range, watched) => `${day}일째: ${share} (${range}), ${watched} 관찰 중`,
    axis: '재주문 비율',
    day: (day) => `${day}일`,
    quarter: (days) => `4분의 1이 ${days}일 만에 돌아왔습니다.`,
    half: (days) => `절반이 ${days}일 만에 돌아왔습니다.`,
    notYet: '지금까지 돌아온 고객은 4분의 1보다 적습니다.',
    few: '10명 미만이라 곡선을 그리기에 너무 적습니다.',
  },
  cohorts: {
    heading: '첫 주문 월별',
    intro:
      '몇 달 안에 다시 주문했는지의 비율입니다. 그 줄의 모든 고객이 해당 기간을 다 지난 칸만 표시합니다.',
    earlier: (months) => `이전 ${months}개월은 아래 파일에 있습니다.`,
    month: '첫 주문',
    persons: '고객 수',
    within: (months) => `${months}개월`,
    cell: (month, months, range) => `${month}, ${months}개월 이내: 구간 ${range}`,
    notYet: '아직 지나지 않음',
    none: '다 지난 달이 아직 없습니다.',
    unit: (most) =>
      `단위: 명. 짙을수록 많이 돌아왔습니다. 색이 없으면 0%, 가장 짙은 색은 ${most}입니다.`,
  },
  between: {
    heading: '주문 사이의 시간',
    median: (days, pairs) => `주문 쌍 ${pairs}개의 중앙값은 ${days}일입니다.`,
    bias: '이미 돌아온 고객만의 값입니다. 더 오래 걸리는 고객은 아직 오는 중일 수 있습니다.',
    upTo: '1일까지',
    range: (from, to) => `${from}–${to}일`,
    longer: (days) => `${days}일 넘게`,
    none: '두 번 주문한 고객이 아직 없습니다.',
  },
  after: {
    heading: '주문 후',
    intro: (orders) => `이 기간의 ${orders}에 대해 지금까지 확인된 것입니다.`,
    reviewed: '리뷰 작성',
    shared: '공유',
    referred: '추천 (“referral”)',
    surveyed: '설문 응답',
    refunded: '환불',
    nothing: '아직 측정된 것이 없음',
    money: (money) => `환불액 ${money}`,
  },
  satisfaction: {
    heading: '주문 후의 만족도',
    kinds: { nps: 'NPS 추천 지수', csat: '만족', ces: '노력 점수 (1–7)' },
    asked: (question) => `“${question}” 질문`,
    interval: (low, high, n) => `${low}~${high}, ${n}명 응답`,
    few: (n) => `${n}명만 응답해 판단하기 이릅니다.`,
    nothing: '아직 설문 응답이 없습니다.',
  },
  how: {
    heading: '집계 방법',
    terms: [
      [
        '사람',
        '로그인으로 이어진 하나 이상의 브라우저를 한 사람으로 봅니다. 두 브라우저에서 비회원으로 주문하면 두 사람이 되므로 비율은 실제보다 낮은 편입니다.',
      ],
      [
        '범위',
        '맨 위 수치와 주문 후 반응은 이 기간의 주문에 대한 것입니다. 나머지는 기간이 끝나기 전에 처음 주문한 모든 고객에 대한 것이며 지금까지 알려진 내용을 모두 담습니다.',
      ],
      ['첫 주문', '확인된 것 중 처음입니다. 설치 이전부터의 고객은 한 번 신규로 셉니다.'],
      [
        '판단',
        '돌아올 시간이 충분했던 고객만 돌아오지 않은 것으로 셉니다. 비율에는 윌슨 95% 구간을 표시합니다.',
      ],
      [
        '곡선',
        '카플란–마이어 곡선입니다. 아직 돌아오지 않은 고객은 오늘까지만 셉니다. 그린우드 분산의 로그–로그 95% 구간을 쓰며 10명 이상 관찰되는 동안만 그립니다.',
      ],
      ['일부 고객', '첫 주문이 속한 조건으로 나눕니다. 두 번째 주문은 어떤 경로여도 됩니다.'],
      ['환불', '일부라도 돌려준 주문이며 취소된 주문도 포함합니다.'],
    ],
  },
};
