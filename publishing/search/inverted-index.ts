/**
 * An inverted index with BM25 over four fields. Our own, because Chinese by pairs of characters has some 700,000 terms in
 * 5,000 articles, most of them in one article only: a general index spends maps on each of them, three times the memory
 * and four times the time.
 */
import { termsOf, type Part } from './parts.js';

/** In the order in which texts are given. `bits`: how far a term is counted in it. */
const fields = [
  { boost: 6, bits: 3, shift: 10 },
  { boost: 3, bits: 3, shift: 7 },
  { boost: 3, bits: 2, shift: 5 },
  { boost: 1, bits: 5, shift: 0 },
] as const;
/** Everything from the radicals on. */
const firstEastAsian = 0x2e80;
const slotShift = 13;
const mostSlots = 2 ** 18;
const saturation = 1.2;
const lengthMatters = 0.7;

/** A score for every slot; 0: not found there. */
export type Scores = Float64Array;

/** The parts of title, digest, tags and body. */
export type Texts = readonly [readonly Part[], readonly Part[], readonly Part[], readonly Part[]];

export class InvertedIndex {
  /** A posting is one number: the slot, and behind it how often the term is in each field. */
  readonly #chinese = new Map<string, number[]>();
  readonly #words = new Map<string, number[]>();
  readonly #numbers: (number | undefined)[] = [];
  readonly #slots = new Map<number, number>();
  readonly #lengths = fields.map((): number[] => []);
  readonly #totals = fields.map(() => 0);

  /** Adds an article that is not in it. */
  add(number: number, texts: Texts): void {
    const slot = this.#freeSlot();
    this.#numbers[slot] = number;
    this.#slots.set(number, slot);
    for (const [term, counts] of this.#count(slot, texts, 1)) {
      const posting = slot * 2 ** slotShift + counts;
      const lists = this.#listsFor(term);
      const list = lists.get(term);
      if (list === undefined) lists.set(term, [posting]);
      else list.push(posting);
    }
  }

  /** Takes an article out again, by the texts that it was added with. */
  remove(number: number, texts: Texts): void {
    const slot = this.#slots.get(number);
    if (slot === undefined) return;
    for (const term of this.#count(slot, texts, -1).keys()) {
      const lists = this.#listsFor(term);
      const rest = (lists.get(term) ?? []).filter((posting) => posting >>> slotShift !== slot);
      if (rest.length === 0) lists.delete(term);
      else lists.set(term, rest);
    }
    this.#slots.delete(number);
    this.#numbers[slot] = undefined;
  }

  /** The words that are in any article. */
  words(): Iterable<string> {
    return this.#words.keys();
  }

  /** How well each article fits the best of some terms, each weighed. */
  scores(terms: readonly (readonly [term: string, weight: number])[]): Scores {
    const best = new Float64Array(this.#numbers.length);
    for (const [term, weight] of terms) {
      const list = this.#listsFor(term).get(term) ?? [];
      const rarity = Math.log(1 + (this.#slots.size - list.length + 0.5) / (list.length + 0.5));
      for (const posting of list) {
        const slot = posting >>> slotShift;
        best[slot] = Math.max(best[slot] ?? 0, weight * rarity * this.#fit(slot, posting));
      }
    }
    return best;
  }

  /** The articles that have a score. */
  hits(scores: Scores): readonly { readonly number: number; readonly score: number }[] {
    return this.#numbers.flatMap((number, slot) => {
      const score = scores[slot] ?? 0;
      return number === undefined || score === 0 ? [] : [{ number, score }];
    });
  }

  #fit(slot: number, posting: number): number {
    let fit = 0;
    for (const [i, { boost, bits, shift }] of fields.entries()) {
      const often = (posting >>> shift) & (2 ** bits - 1);
      if (often === 0) continue;
      const average = (this.#totals[i] ?? 0) / this.#slots.size;
      const length = (this.#lengths[i]?.[slot] ?? 0) / average;
      const damped = often + saturation * (1 - lengthMatters + lengthMatters * length);
      fit += (boost * often * (saturation + 1)) / damped;
    }
    return fit;
  }

  /** Every term of the texts with its counts; the lengths are added to the totals, or taken from them. */
  #count(slot: number, texts: Texts, sign: 1 | -1): Map<string, number> {
    const counts = new Map<string, number>();
    for (const [i, { bits, shift }] of fields.entries()) {
      const terms = (texts[i] ?? []).flatMap(termsOf);
      const lengths = this.#lengths[i];
      if (lengths !== undefined) lengths[slot] = terms.length;
      this.#totals[i] = (this.#totals[i] ?? 0) + sign * terms.length;
      const full = (2 ** bits - 1) << shift;
      for (const term of terms) {
        const before = counts.get(term) ?? 0;
        if ((before & full) !== full) counts.set(term, before + (1 << shift));
      }
    }
    return counts;
  }

  #listsFor(term: string): Map<string, number[]> {
    return term.charCodeAt(0) < firstEastAsian ? this.#words : this.#chinese;
  }

  #freeSlot(): number {
    const free = this.#slots.size === this.#numbers.length ? -1 : this.#numbers.indexOf(undefined);
    const slot = free === -1 ? this.#numbers.length : free;
    if (slot >= mostSlots) throw new RangeError('more articles than the index can hold');
    return slot;
  }
}
