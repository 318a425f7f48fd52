import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { playTranscript } from '../../support/transcript.js';

const folder = join(import.meta.dirname, 'transcripts');

test.each(readdirSync(folder))('the conversation %s goes as it is written', async (name) => {
  const { wrong } = await playTranscript(readFileSync(join(folder, name), 'utf8'), name);
  expect(wrong.join('\n')).toBe('');
});
