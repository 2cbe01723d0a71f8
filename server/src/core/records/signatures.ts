/** Labels of columns in which people sign. */
export const SIGNATURE_COLUMN = /^(?:signature|signed|sign-off)\b/i;

const BLANK = /^(?:[\s_.\-–—…]*|\[[^\]]{0,40}\]|\{\{[^}]{0,40}\}\}|tbd|tbc|pending|to be signed|signature|n\/?a)$/i;

/** Whether nobody has signed in a cell yet, or nothing is filled in: a line to write on, a placeholder, `pending`. */
export const isUnsigned = (text: string): boolean => BLANK.test(text);
