import { expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { upsert } from '../../models/upsert.js';

/** A write that a server answers so, one answer after the other. */
const writing = (...answers: (string | number)[]) => {
  let tries = 0;
  const write = async (): Promise<string> => {
    const answer = answers[tries++];
    if (typeof answer === 'string') return answer;
    throw new mongoose.mongo.MongoServerError({ code: answer, message: 'E: key { _id: "secret" }' });
  };
  return { write, tries: () => tries };
};

test('a write that succeeds is run once', async () => {
  const { write, tries } = writing('made', 'again');
  expect([await upsert(write), tries()]).toEqual(['made', 1]);
});

test('a write that meets a duplicate is run once more', async () => {
  const { write, tries } = writing(11_000, 'found');
  expect([await upsert(write), tries()]).toEqual(['found', 2]);
});

test.each([
  ['a duplicate twice', [11_000, 11_000, 'late'], 2],
  ['anything else', [91, 'late'], 1],
])('a write that meets %s fails as the database does', async (_, answers, times) => {
  const { write, tries } = writing(...answers);
  await expect(upsert(write)).rejects.toMatchObject({ code: 'storage.unavailable' });
  expect(tries()).toBe(times);
});
