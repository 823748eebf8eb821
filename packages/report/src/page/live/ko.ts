import type { Words } from './en.ts';

/** Words of the live page, in Korean. */
export const ko: Words = {
  intro: '지금 움직이는 장바구니와, 최근 24시간 안에 이탈했거나 되찾은 장바구니입니다.',
  columns: {
    shopping: '담는 중',
    checkout: '결제 진행 중',
    idle: '멈춰 있음',
    left: '방금 이탈',
    wonBack: '방금 되찾음',
  },
  means: {
    shopping: (idle) => `최근 ${idle} 안에 움직였고, 결제 단계는 아직 없습니다.`,
    checkout: (idle) => `최근 ${idle} 안에 움직였고, 결제 단계를 밟았습니다.`,
    idle: (idle, silence) =>
      `${idle} 이상 소식이 없습니다. 읽거나 고민 중이거나 떠났을 수 있습니다. ${silence}이 지나면 이탈입니다.`,
    left: (_, silence) => `최근 24시간 안에 침묵이 ${silence}을 넘었습니다.`,
    wonBack: () => '이탈했다가 최근 24시간 안에 주문했습니다.',
  },
  none: {
    shopping: '지금은 없습니다.',
    checkout: '지금은 없습니다.',
    idle: '멈춰 있는 장바구니가 없습니다.',
    left: '최근 24시간 동안 없습니다.',
    wonBack: '최근 24시간 동안 없습니다.',
  },
  unit: '단위: 장바구니. 각각 한 칸에만 들어갑니다.',
  silent: (time) => `${time}째 침묵`,
  ordered: (when) => `${when} 주문`,
  more: (n) => `외 ${n}개`,
  incomplete: '지난 하루 동안 움직인 여정이 많아, 가장 최근에 움직인 것만 셉니다.',
  now: '개수와 금액',
};
