/**
 * A poster that opens the bot at a category: what it brings is the word for reporting, tapped with `poster:<code>`.
 * Where that begins a report, its first question is answered with the code at once; a report that is under way hears the
 * word alone, and nothing of it changes.
 */
import { asking } from '../dialogue/show/asking.js';
import type { DialogueModel } from '../dialogue/model.js';
import { questionAt } from '../dialogue/draft.js';
import type { Advance, State, Step } from '../dialogue/types.js';

export const posterTap = (code: string): string => `poster:${code}`;

/** The engine, for which a poster's tap is one turn and not two. */
export function withPosters(model: DialogueModel, advance: Advance): Advance {
  return (state, input, env) => {
    const begun = advance(state, input, env);
    const code =
      input.t === 'text' && state === null ? /^poster:(.+)$/.exec(input.tap ?? '')?.[1] : undefined;
    const question = begun.state === null ? null : questionAt(model, begun.state);
    if (code === undefined || begun.state === null || question?.choices?.includes(code) !== true)
      return begun;
    // As if it had been tapped: the same id, so that the turn is remembered once.
    const fresh = { ...begun.state, turns: [] };
    const tapped = {
      id: input.id,
      at: input.at,
      t: 'text',
      text: code,
      tap: `${question.id}:${code}`,
    } as const;
    return joined(
      model,
      begun,
      begun.state,
      advance(fresh, tapped, { ...env, follow: begun.follow }),
      input.id,
    );
  };
}

/** One reply of both: what is said before the first question, then what the chosen answer leads to. */
function joined(model: DialogueModel, begun: Step, first: State, chosen: Step, id: string): Step {
  if (begun.reply === null || chosen.reply === null) return chosen;
  const asked = new Set(asking(model, first).map(({ text }) => text));
  const intro = begun.reply.say.filter(({ text }) => !asked.has(text));
  const reply = { ...chosen.reply, say: [...intro, ...chosen.reply.say] };
  return { ...chosen, reply, state: chosen.state && { ...chosen.state, turns: [{ id, reply }] } };
}
