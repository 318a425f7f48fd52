import { expect, test } from '@jest/globals';
import type { NamedRule } from '../../../domain/calendar/day-rule.js';
import { rulesOfNotices } from '../../../domain/notices/rules-of-notices.js';
import { memoryNotices } from '../../support/fakes/notices.js';
import { someNotice } from '../../support/notices.js';

const yearly = (id: string, month: number): NamedRule => ({
  ...{ id, name: { zh: id, en: id } },
  rule: { rule: { kind: 'yearly', month, day: 15 } },
});

test('the rules that holidays may move are those of active notices, and of days that none of them is about', async () => {
  const [changed, resting] = [yearly('education-day', 5), yearly('resting', 6)];
  const notices = memoryNotices(
    someNotice({ id: 'education-day', name: changed.name, rule: changed.rule }),
    someNotice({ id: 'resting', name: resting.name, rule: yearly('resting', 9).rule, active: false }),
  );
  const days = [yearly('education-day', 4), resting, yearly('film', 1)];
  // what an editor made of the day counts, not what the profile said of it first
  expect(await rulesOfNotices(notices, days)).toEqual([resting, yearly('film', 1), changed]);
});
