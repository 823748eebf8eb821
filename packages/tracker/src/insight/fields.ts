/** Selector of what people use by clicking, typing or dragging again and again. */
export const FIELDS = 'input:not([type=submit],[type=button]),select,textarea,video,audio,canvas';
