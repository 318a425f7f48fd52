/**
 * A poster that opens the bot at a category, and what an article ends in: both bring the word for reporting, tapped with
 * `poster:<code>`.
 * Where that begins a report, the question for the category is answered with the code at once, also if others come
 * before it; a report that is under way hears the word alone, and nothing of it changes.
 */
import { asking } from '../dialogue/show/asking.js';
import type { DialogueModel } from '../dialogue/model.js';
import { graphOf } from '../dialogue/draft.js';
import { categoryQuestion, posterCategory, posterTap } from '../dialogue/poster-tap.js';
import { acknowledge } from '../dialogue/say.js';
import type { Advance, Env, Input, Say, State, Step } from '../dialogue/types.js';
import { labelIn, langOf } from '../dialogue/understand/matching.js';

/** The engine, for which a poster's tap is one turn and not two. */
export function withPosters(model: DialogueModel, advance: Advance): Advance {
  return (state, said, env) => {
    const input = asTapped(model, said, env);
    const begun = advance(state, input, env);
    const code = input.t === 'text' && state === null ? posterCategory(input.tap) : undefined;
    const question = begun.state === null ? null : categoryQuestion(graphOf(model, begun.state));
    if (code === undefined || begun.state === null || question?.choices?.includes(code) !== true)
      return begun;
    const first = { ...begun.state, turns: [] };
    const after = { ...env, follow: begun.follow };
    // As if it had been tapped: the same id, so that the turn is remembered once.
    const turn = { id: input.id, at: input.at, t: 'text' } as const;
    if (first.at === question.id) {
      const chosen = advance(first, { ...turn, text: code, tap: `${question.id}:${code}` }, after);
      return joined(model, begun, first, chosen, input.id);
    }
    if (question.ends?.includes(code) === true) return begun;
    const value = { words: code, code };
    const [word = ''] = model.lexicon[first.lang].commands.repeat;
    const chosen = advance({ ...first, answers: { [question.id]: value } }, { ...turn, text: word }, after);
    return joined(model, begun, first, chosen, input.id, [acknowledge(question, value)]);
  };
}

/** What an article ends in, "report something like this", typed instead of tapped. */
function asTapped(model: DialogueModel, input: Input, { reading, follow }: Env): Input {
  const category = reading?.open === true && follow?.at !== 'add' ? reading.category : null;
  if (category === null || input.t !== 'text' || input.tap !== undefined) return input;
  if (labelIn(model, input.text, ['learn.similar']) === null) return input;
  const [word = ''] = model.lexicon[langOf(input.text) ?? 'zh'].commands.report;
  return { ...input, text: word, tap: posterTap(category) };
}

/** One reply of both: what is said before the first question, then what the chosen answer leads to. */
function joined(
  model: DialogueModel,
  begun: Step,
  first: State,
  chosen: Step,
  id: string,
  noted: readonly Say[] = [],
): Step {
  if (begun.reply === null || chosen.reply === null) return chosen;
  const asked = new Set(asking(model, first).map(({ text }) => text));
  const intro = begun.reply.say.filter(({ text }) => !asked.has(text));
  const reply = { ...chosen.reply, say: [...intro, ...noted, ...chosen.reply.say] };
  return { ...chosen, reply, state: chosen.state && { ...chosen.state, turns: [{ id, reply }] } };
}
