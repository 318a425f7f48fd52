import { describe, expect, test } from '@jest/globals';
import { createCapabilities, kindOf } from '../../wechat/capabilities.js';
import { TransportError } from '../../wechat/requester.js';
import { createPlatform, ok, refusal, type Scripted } from './platform.js';

/** What each probe is answered, in the order in which they are asked: menu, messages, notices, mass sends,
 * publishing, followers. */
async function read(answers: readonly Scripted[]) {
  const platform = createPlatform();
  platform.script = [...answers];
  const capabilities = createCapabilities(platform.api, () => platform.now);
  return { platform, capabilities, abilities: await capabilities.read() };
}
const toNobody = refusal(40003);

describe('what an account may do', () => {
  test('a certified service account may do everything', async () => {
    const { abilities, platform } = await read([refusal(46003), toNobody, ok, ok, ok, ok]);
    expect(kindOf(abilities)).toBe('certified-service');
    expect(Object.values(abilities).map(({ may }) => may)).toEqual(Array(6).fill('yes'));
    expect(platform.asked.map(({ path }) => path)).toEqual([
      '/cgi-bin/menu/get',
      '/cgi-bin/message/custom/send',
      '/wxaapi/newtmpl/gettemplate',
      '/cgi-bin/message/mass/speed/get',
      '/cgi-bin/freepublish/batchget',
      '/cgi-bin/user/get',
    ]);
  });

  test('the probe of customer messages is addressed to nobody', async () => {
    const { platform } = await read([ok, toNobody, ok, ok, ok, ok]);
    expect(JSON.parse(platform.asked[1]?.body ?? '')).toMatchObject({ touser: '' });
  });

  test('a certified subscription account may not send notices', async () => {
    const { abilities } = await read([ok, toNobody, refusal(48001), ok, ok, ok]);
    expect(kindOf(abilities)).toBe('certified-subscription');
    expect(abilities.notices).toEqual({ may: 'no', code: 48001 });
  });

  test('any other account answers passively', async () => {
    const { abilities, capabilities } = await read([
      ok,
      refusal(48001),
      refusal(48001),
      refusal(48001),
      refusal(48001),
      ok,
    ]);
    expect(kindOf(abilities)).toBe('other');
    expect(await capabilities.may('customerMessages')).toBe(false);
  });

  test('no answer is no permission, and is asked again after a minute', async () => {
    const lost = new TransportError('timeout', 'unknown');
    const { abilities, capabilities, platform } = await read([lost]);
    expect(kindOf(abilities)).toBe('unknown');
    expect(await capabilities.may('menu')).toBe(false);
    platform.script = [ok];
    platform.now += 59_000;
    expect(await capabilities.may('menu')).toBe(false);
    platform.now += 2_000;
    expect(await capabilities.may('menu')).toBe(true);
  });

  test('a quota that is used up is not a missing permission', async () => {
    const { abilities } = await read([refusal(45009)]);
    expect(abilities.massSends).toEqual({ may: 'yes', code: 45009 });
  });

  test('a wrong secret tells nothing about what the account may do', async () => {
    const platform = createPlatform();
    platform.tokenScript = Array.from({ length: 10 }, () => refusal(40125));
    const abilities = await createCapabilities(platform.api, () => platform.now).read();
    expect(kindOf(abilities)).toBe('unknown');
  });

  test('what was found is kept for a day, and readers at once share one asking', async () => {
    const { capabilities, platform } = await read([ok]);
    platform.now += 23 * 3600_000;
    await Promise.all([capabilities.read(), capabilities.read()]);
    expect(platform.asked).toHaveLength(6);
    platform.now += 2 * 3600_000;
    await Promise.all([capabilities.read(), capabilities.read()]);
    expect(platform.asked).toHaveLength(12);
  });

  test('a refusal in use is believed at once', async () => {
    const { capabilities } = await read([ok]);
    capabilities.refused('customerMessages', 48001);
    expect(await capabilities.may('customerMessages')).toBe(false);
    expect(await capabilities.may('menu')).toBe(true);
  });
});
