import { describe, expect, test } from '@jest/globals';
import { memoryFirstTurns } from '../../support/fakes/first-turns.js';
import { memorySessions } from '../../support/fakes/sessions.js';
import { createLine, createPerson } from '../../support/line.js';

/** A line that counts what is read, with processes of which each thinks everybody new once, or nobody. */
function counted(blind = true) {
  const memory = memorySessions();
  let loads = 0;
  const sessions = {
    ...memory,
    load: (tags: readonly string[]) => {
      loads += 1;
      return memory.load(tags);
    },
  };
  const line = createLine({
    sessions,
    peek: memory,
    firstTurns: () => memoryFirstTurns(blind ? memory.rows : null),
  });
  return { line, memory, reads: () => loads };
}

describe('a first turn', () => {
  test('that begins a report is written without reading, the next one is read', async () => {
    const { line, reads } = counted();
    const person = createPerson(line, line.process());
    expect(await person.says('我要举报')).toContain('第1题');
    expect(reads()).toBe(0);
    expect(await person.says('1')).toContain('第2题');
    expect(reads()).toBe(1);
  });

  test('that writes nothing has read after all', async () => {
    const { line, reads } = counted();
    await createPerson(line, line.process()).says('帮助');
    expect(reads()).toBe(1);
  });

  test.each(['我要举报', '1', '帮助', '重复', '删除'])(
    'in another process that says “%s” is a turn of the report under way',
    async (words) => {
      const [apart, alone] = [counted(), counted(false)];
      for (const { line } of [apart, alone]) await createPerson(line, line.process()).says('我要举报');
      const before = await apart.line.stateOf();
      const other = createPerson(apart.line, apart.line.process(), 'oPerson', 100);
      const known = createPerson(alone.line, alone.line.process(), 'oPerson', 100);
      expect(await other.says(words)).toBe(await known.says(words));
      const after = await apart.line.stateOf();
      expect(after === null || after.reportId === before?.reportId).toBe(true);
      expect(apart.memory.rows.size).toBe(1);
    },
  );

  test('after midnight goes on with what was begun before', async () => {
    const { line, memory } = counted();
    await createPerson(line, line.process()).says('我要举报');
    line.clock.advance(24 * 3_600_000);
    const person = createPerson(line, line.process(), 'oPerson', 100);
    expect(await person.says('1')).toContain('第2题');
    expect(memory.rows.size).toBe(1);
  });

  test('delivered to two processes at once is one draft', async () => {
    const { line, memory } = counted();
    const input = { id: 'm', at: Math.floor(line.clock.now() / 1_000), t: 'text', text: '我要举报' } as const;
    const turns = [line.process(), line.process()];
    const answers = await Promise.all(turns.map((turn) => turn(line.whoIs('oPerson'), input)));
    expect(answers[0]).toEqual(answers[1]);
    expect(memory.rows.size).toBe(1);
  });
});
