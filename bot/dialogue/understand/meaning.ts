/** What a message can mean: one closed union, made once a turn and read by everything that decides. */
import type { Refusal } from '../../../questions/answer.js';
import type { Value } from '../../../questions/types.js';
import type { ArticleKind } from '../articles.js';
import type { Lang, MenuKey, Repair } from '../types.js';

/** Said beside an answer: kept beside it, or, where it is a common question, answered. */
export interface Beside {
  readonly words: string;
  /** key of a common question */
  readonly faq: string | null;
}

/** What words are to a question of the report. `words` are always the person's own, whole. */
export type Answer = { readonly words: string } & (
  | {
      readonly is: 'choice';
      readonly code: string;
      /** `plain`: the whole message, its number or a clause; `within`: a phrase inside a longer text */
      readonly how: 'plain' | 'within';
      readonly beside: Beside | null;
    }
  /** two choices are named: it has to be asked which */
  | { readonly is: 'several'; readonly codes: readonly [string, string]; readonly telling: boolean }
  /** a number, and no choice has it */
  | { readonly is: 'out-of-range'; readonly max: number }
  | { readonly is: 'value'; readonly value: Value }
  /** understood, and not to be taken */
  | { readonly is: 'refused'; readonly why: Refusal }
  /** leaves it open, where that may be */
  | { readonly is: 'nothing' }
  /** "I don't know", where an answer is needed */
  | { readonly is: 'unknown' }
  /** one more piece of the account; `faq` where it ends in a common question */
  | { readonly is: 'part'; readonly faq: string | null }
  /** the account is told; `also`: the message itself belongs to it */
  | { readonly is: 'told'; readonly also: boolean }
  | { readonly is: 'rewrite' }
  | { readonly is: 'agreed'; readonly beside: Beside | null }
  | { readonly is: 'disagreed' }
  /** "understood", which is no agreement */
  | { readonly is: 'heard' }
  | { readonly is: 'files-done'; readonly beside: string; readonly later: boolean }
  | { readonly is: 'files-coming' }
  /** tells something that answers another question, or none */
  | { readonly is: 'note' }
  | { readonly is: 'unclear' }
);

/** Said beside the matter, and no answer to anything. */
export type Small = 'wait' | 'confused' | 'fear' | 'greeting' | 'thanks' | 'may-skip';

/** What a first message is about, apart from the common questions (`faq.<key>`). */
export type Intent = MenuKey | 'report-told' | 'person' | 'danger' | 'despair' | 'opinion' | `faq.${string}`;

export type Meaning =
  | Answer
  | ({ readonly words: string } &
      /** `otherwise`: what it means here if it opens no report, a number of twenty digits like any other */
      (
        | { readonly is: 'receipt'; readonly receipt: string; readonly otherwise: Understood | null }
        /** digits that were meant as a receipt */
        | { readonly is: 'no-receipt'; readonly why: 'digit' | 'incomplete' }
        | { readonly is: 'tap'; readonly step: string; readonly code: string }
        /** `kind`: of the articles, only these */
        | { readonly is: 'menu'; readonly key: MenuKey; readonly kind?: ArticleKind }
        /** `tongue`: the language that is asked for, where one is named */
        | { readonly is: 'command'; readonly command: Repair; readonly tongue: Lang | null }
        /** an article by its number or its address; `otherwise`: what the words are where there is no such article */
        | {
            readonly is: 'article';
            readonly which: number | string;
            readonly page: number;
            readonly otherwise: Understood | null;
          }
        /** the articles of a kind, or those that words find */
        | { readonly is: 'articles'; readonly kind: ArticleKind | null; readonly search: string | null }
        /** on with what was just shown, or back to the list */
        | { readonly is: 'reading'; readonly way: 'more' | 'back' }
        /** the last text once more: its answer may have been lost on the way */
        | { readonly is: 'resend' }
        | { readonly is: 'small'; readonly small: Small }
        /** a choice of the step that is no question: a side question, the summary, the receipt, a thread, the menu */
        | { readonly is: 'option'; readonly code: string; readonly by: 'number' | 'words' }
        /**
         * A question to us; `faq` where it is a common one. `outright`: nothing but a question. `answer`: what stands
         * before it and is an answer.
         */
        | {
            readonly is: 'question';
            readonly faq: string | null;
            readonly outright: boolean;
            readonly answer: Answer | null;
          }
        /** another answer is to be changed, to `answer` where it is said what it is to be */
        | { readonly is: 'line'; readonly id: string; readonly answer: Answer | null }
        /** "no, I meant …": `text` is what was meant, '' where it is only said that something was wrong */
        | { readonly is: 'correction'; readonly text: string }
        /** a clear word for sending, and what was said beside it */
        | { readonly is: 'send'; readonly remark: string }
        /** the summary is right, which is no word for sending */
        | { readonly is: 'right' }
        /** digits of a receipt that was shown */
        | { readonly is: 'digits'; readonly right: boolean }
        /** a first message; `second` where another meaning is as near, `told` where it tells something */
        | {
            readonly is: 'intent';
            readonly intent: Intent;
            readonly second: Intent | null;
            readonly told: boolean;
          }
      ));

/** A message, understood: what it means here, and what holds of it wherever it is said. */
export interface Understood {
  readonly meaning: Meaning;
  /** how sure the reading is: 1 where nothing else could be meant */
  readonly sure: number;
  /** somebody is in danger, or wants to die: said first, whatever else is said */
  readonly urgent: 'danger' | 'despair' | null;
  /** the language it was said in, where it has one */
  readonly lang: Lang | null;
  /** long enough to be part of an account rather than the name of a choice */
  readonly telling: boolean;
  /** it is kept already, word for word */
  readonly known: boolean;
  /** what it means to the step beneath a side question that it does not settle */
  readonly beneath: Meaning | null;
  /** what the words that wait in a side question are to the question itself, and to the one before */
  readonly pending: { readonly here: Answer; readonly last: Answer } | null;
}
