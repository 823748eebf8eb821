/** What our printers have in stock. */
export const INK = '#22303c';
export const CREAM = '#faf4e6';
export const PAPER = '#f1e6cd';
export const SHADE = '#d9c8a4';
export const RUST = '#b4532a';
export const MOSS = '#66733f';
export const SEA = '#a9c8cf';
export const DEEP = '#3e6b7c';
export const BRASS = '#c89b45';
export const BRASS_LIGHT = '#f0d691';
export const BRASS_DARK = '#8a6524';
export const OAK = '#a9773f';
export const LEATHER = '#9a5a33';
