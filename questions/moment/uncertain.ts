/** Times that are not read, and spans that go on. */

/**
 * Times whose days are not certain: feasts and the old calendar, parts of a year, two numbers in one ("五六月份"), a year of
 * two digits. Where one of them stands nothing is read, for half of what was meant would be worse.
 */
export const uncertain: readonly RegExp[] = [
  /农历|阴历|正月|腊月|闰[一二三四五六七八九十]+月|除夕|大年|年三十|初[一二三四五六七八九十]|元宵|中秋|端午|重阳|清明|春节|过年|国庆|元旦|圣诞|五一|十一假|长假|节前|节后/,
  /八月十五(?![日号])|七月七(?![日号])|九月九(?![日号])/,
  /年[初底末中尾]|[上下]半年|(?:前年|去年|今年|\d{4}年?)[^，。,.\d]{0,3}(?:春|夏|秋|冬|季度)|开春|入[夏秋冬]/,
  /[一二三四五六七八九][一二三四五六七八九](?:个)?(?:月|天|日|周|星期|礼拜|年)/,
  /(?<!\d)\d{2}年\d{1,2}月/,
  /\b(?:early|late|mid|end of|beginning of|start of|spring|summer|autumn|fall|winter|q[1-4])[ -]+(?:of )?(?:in )?(?:\d{4}|last year|this year)\b/,
  /\b(?:christmas|easter|thanksgiving|ramadan|new year'?s?|spring festival|mid-?autumn|national day|golden week|lunar)\b/,
  /\blast (?:spring|summer|autumn|fall|winter)\b/,
];
/** A span that goes on: it ends today. */
export const goingOn = /\bsince\b|\b(?:until|till|up to) now\b|以来|至今|到现在|到今天|到目前/;
