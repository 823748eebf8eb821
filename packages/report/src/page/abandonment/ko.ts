import type { Words } from './en.ts';

/** Words of the abandonment page beyond the shared ones, in Korean. */
export const ko: Words = {
  more: '이탈한 장바구니를 여정에서 모두 찾아보기',
  breakdown: {
    heading: '나란히 비교',
    intro: '같은 장바구니를 특성별로 나눈 것입니다. 선은 각 비율의 95% 구간입니다.',
    overlaps: '여러 상품이 담긴 장바구니는 여러 행에 들어가므로, 행의 합은 전체보다 큽니다.',
    label: '나누는 기준',
    unit: '단위: 장바구니',
    unknown: '알 수 없음',
    howToKnow: {
      country:
        '알려진 국가가 없습니다. Cloudflare에서는 저절로 알려집니다. 다른 프록시 뒤라면 국가가 담긴 헤더를 --country-header로 지정하세요.',
      campaign: '알려진 캠페인이 없습니다. 광고와 메일의 링크에 utm_campaign을 넣으세요.',
    },
    others: (n) => `그 밖의 ${n}개`,
    only: (name) => `${name}만 보기`,
    all: '전체',
    columns: {
      created: '생성',
      open: '진행 중',
      ordered: '주문',
      left: '이탈',
      rate: '이탈률',
      value: '남겨진 금액',
    },
  },
  next: {
    heading: '그 다음 어디로 갔나',
    intro:
      '멈춘 단계별로 그 뒤에 일어난 일입니다. 단위: 멈춤. 두 번 남겨진 장바구니는 두 번 셉니다.',
    stops: (_, shown) => `멈춤 ${shown}회`,
    away: (time) => `돌아온 고객의 절반은 ${time} 안에 돌아왔습니다.`,
    journeys: '해당 여정 보기',
    last: '멈추기 직전',
    back: '돌아와서 한 일',
    known: (known, all) => `${all}회 중 ${known}회 확인`,
    none: '아직 아무도 돌아오지 않았습니다.',
    outcomes: {
      ordered: '주문함',
      wentFurther: '더 나아간 뒤 이탈',
      moving: '지금 돌아와 있음',
      emptied: '장바구니를 비움',
      leftAgain: '같은 단계에서 다시 이탈',
      nothing: '아직 없음',
    },
  },
  back: {
    heading: '아직 돌아오는 고객',
    intro: (horizon) =>
      `일정 시간 움직임이 없던 장바구니 가운데 ${horizon} 안에 다시 움직인(보기, 진행, 주문) 비율입니다. 띠는 95% 구간입니다. 단위: 10분 이상의 침묵.`,
    setting: (share, range, silence) =>
      `이 사이트가 이탈로 보는 ${silence} 뒤에도 ${share}(${range})는 돌아옵니다.`,
    fits: (share) =>
      `${share}보다 적으므로, 이탈로 셌다가 아닌 것으로 밝혀지는 일은 드뭅니다. 설정이 알맞습니다.`,
    later: (share, fitting, silence) =>
      `${fitting}이 지나야 ${share} 아래로 내려갑니다. 그 시간을 설정으로 쓰면 너무 일찍 이탈로 세는 일이 거의 없고, ${silence}이면 더 빨리 알 수 있지만 일부는 저절로 돌아옵니다.`,
    never: (share, horizon) =>
      `${horizon}까지 어느 때에도 ${share} 아래라고 할 수 없어, 권할 설정이 없습니다.`,
    thin: '충분히 오래 지켜본 침묵이 30건이 안 됩니다. 더 긴 기간을 고르거나 며칠 기다려 주세요.',
    of: (carts, all) => `${all} 가운데 경로를 아는 최근 ${carts}에서 읽었습니다.`,
    chart: '침묵한 시간별, 돌아오는 장바구니의 비율',
    axis: '침묵한 시간. 눈금은 뒤로 갈수록 길어집니다',
    now: (silence) => `${silence}부터 이탈`,
    fitting: (time) => `${time}부터 10% 미만`,
    point: (time, share, range, n) => `${time} 뒤: ${n}건 중 ${share}(${range})가 돌아옴`,
    table: '이 수치를 표로 보기',
    unit: '단위: 장바구니의 10분 이상 침묵',
    columns: {
      after: '침묵한 시간',
      share: '돌아옴',
      interval: '95% 구간',
      n: '그만큼 이어진 침묵',
    },
    how: '카플란–마이어 방법입니다. 아직 끝나지 않은 침묵은 지금까지 이어진 만큼만 셉니다. 30일이 지나면 여정이 끝나므로 그 뒤의 복귀는 보이지 않습니다. 짧은 침묵은 고객이 한 일에서 읽는데, 같은 페이지를 연달아 보면 한 번으로 쳐서 실제보다 길어 보일 수 있습니다.',
  },
};
