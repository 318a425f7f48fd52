/** Text without the characters that nobody sees, or that turn the order in which others are seen. */

/**
 * Format characters (among them every override and isolate of direction, and everything of no width), fillers that show
 * nothing, variation selectors that no emoji uses, lone surrogates. The joiner stays for now: families of emoji need it.
 */
const unseen =
  /(?!\u200D)(?:[\p{Cf}\p{Cs}\u115F\u1160\u3164\uFFA0]|\u034F|[\u17B4\u17B5]|[\u180B-\u180F]|[\uFE00-\uFE0D]|[\u{E0100}-\u{E01EF}])/gu;
const strayJoiner =
  /(?<!\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]?)\u200D|\u200D(?!\p{Extended_Pictographic})/gu;
const straySelector = /(?<!\p{Emoji})[\uFE0E\uFE0F]/gu;
const lineEnds = /\r\n?|[\u0085\u2028\u2029\v\f]/gu;
const controls = /(?![\n\t])\p{Cc}/gu;
/** More marks on one letter than any script needs. */
const heapedMarks = /(\p{M}{3})\p{M}+/gu;

/** A text of several lines as it can be shown anywhere: what is left is seen, and stands where it is read. */
export const neutralText = (text: string): string =>
  text
    .replace(lineEnds, '\n')
    .replace(controls, '')
    .replace(unseen, '')
    .replace(strayJoiner, '')
    .replace(straySelector, '')
    .replace(heapedMarks, '$1');

/** A title, a name, a tag: neutral text on one line, in composed form (NFC), without space around it. */
export const plainWords = (text: string): string =>
  neutralText(text).normalize('NFC').replace(/\s+/gu, ' ').trim();
