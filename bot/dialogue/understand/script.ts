/** Which script a text is written in. */
const cjk = /[\u3400-\u9fff]/u;
export const isChinese = (text: string): boolean => cjk.test(text);
