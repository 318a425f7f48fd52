import { describe, expect, test } from '@jest/globals';
import { NoConnection, Stopped } from '../../../miniprogram-api/client/errors.js';
import type { Fault } from '../../support/fakes/api-server.js';
import { clientWith, content, fileOf, strange, until } from './set-up.js';

async function opened() {
  const { client, server, time } = clientWith();
  const sent = await client.begin().send(content);
  const thread = await client.open(sent.receipt);
  const [stored] = [...server.reports.byId.values()];
  if (thread === null || stored === undefined) throw new Error('nothing was opened');
  /** `fault` for the first so many requests of the path's end. */
  const break_ = (end: string, times: number, fault: Fault): void => {
    let left = times;
    server.state.faults = ({ path, method }) =>
      method === 'POST' && path.endsWith(end) && (left -= 1) >= 0 ? fault : null;
  };
  return { client, server, time, thread, stored, sent, break_ };
}

const additions = ({ items }: { items: readonly { purpose: string }[] }): number =>
  items.filter(({ purpose }) => purpose === 'addition').length;

describe('a thread over a connection that breaks', () => {
  test('adds once what was said once', async () => {
    const { thread, stored, break_ } = await opened();
    break_('/messages', 3, 'lose');
    await thread.add('the same words');
    expect(additions(stored)).toBe(1);
    await thread.add('the same words');
    expect(additions(stored)).toBe(2);
  });

  test('adds once what was said again after it was given up', async () => {
    const { thread, stored, break_ } = await opened();
    break_('/messages', 6, 'lose');
    await expect(thread.add('words')).rejects.toBeInstanceOf(NoConnection);
    await thread.add('words');
    expect(additions(stored)).toBe(1);
  });

  test('is withdrawn although the answer was lost', async () => {
    const { thread, stored, break_ } = await opened();
    break_('/withdraw', 1, 'lose');
    await thread.withdraw();
    expect(stored.state).toBe('withdrawn');
    expect(thread.state).toBe('withdrawn');
  });

  test('is not called withdrawn when it was closed', async () => {
    const { thread, stored, server } = await opened();
    stored.state = 'closed';
    server.state.faults = ({ path }) =>
      path.endsWith('/withdraw') ? { status: 409, code: 'report.closed' } : null;
    await expect(thread.withdraw()).rejects.toMatchObject({ code: 'report.closed' });
  });

  test.each<Fault>(['lose', 'drop'])('changes the receipt once, although answers %p', async (fault) => {
    const { client, thread, sent, break_ } = await opened();
    break_('/receipt', 2, fault);
    const receipt = await thread.changeReceipt();
    expect((await client.open(receipt))?.caseNumber).toBe(sent.caseNumber);
    expect(await client.open(sent.receipt)).toBeNull();
    expect(thread.pendingReceipt).toBeNull();
  });

  test.each<Fault>(['lose', 'drop'])(
    'shows the drawn receipt while it is in doubt, and goes on with it (%p)',
    async (fault) => {
      const { client, thread, sent, break_ } = await opened();
      break_('/receipt', 6, fault);
      await expect(thread.changeReceipt()).rejects.toBeInstanceOf(NoConnection);
      const drawn = thread.pendingReceipt;
      expect(drawn).toMatch(/^\d{20}$/);
      expect(await thread.changeReceipt()).toBe(drawn);
      expect(thread.pendingReceipt).toBeNull();
      await thread.add('still mine');
      expect(await client.open(sent.receipt)).toBeNull();
    },
  );

  test('draws another receipt where the first is somebody’s', async () => {
    const { client, server, thread } = await opened();
    let times = 1;
    server.state.faults = ({ path }) =>
      path.endsWith('/receipt') && (times -= 1) >= 0 ? { status: 409, code: 'report.receipt_taken' } : null;
    const receipt = await thread.changeReceipt();
    expect(await client.open(receipt)).not.toBeNull();
  });

  test('ends when its receipt was changed elsewhere', async () => {
    const { client, thread, sent } = await opened();
    const elsewhere = await client.open(sent.receipt);
    await elsewhere?.changeReceipt();
    await expect(thread.add('too late')).rejects.toMatchObject({ code: 'report.receipt_wrong' });
    await expect(thread.changeReceipt()).rejects.toMatchObject({ code: 'report.receipt_wrong' });
  });
});

describe('a thread', () => {
  test('closed, asks nothing more and has no key left', async () => {
    const { thread, server } = await opened();
    server.state.faults = ({ method }) => (method === 'PUT' ? 'hang' : null);
    const upload = thread.addFile(fileOf(10), { name: 'a', media: 'image' });
    await until(() => server.requests.some(({ method }) => method === 'PUT'));
    thread.close();
    expect(upload.state).toBe('failed');
    const before = server.requests.length;
    await expect(thread.add('x')).rejects.toBeInstanceOf(Stopped);
    await expect(thread.refresh()).rejects.toBeInstanceOf(Stopped);
    await expect(thread.changeReceipt()).rejects.toBeInstanceOf(Stopped);
    await expect(thread.withdraw()).rejects.toBeInstanceOf(Stopped);
    expect(() => thread.addFile(fileOf(1), { name: 'b', media: 'image' })).toThrow(Stopped);
    expect(server.requests).toHaveLength(before);
  });

  test('takes an addition up to the line’s bound', async () => {
    const { thread, stored } = await opened();
    await expect(thread.add('字'.repeat(6000))).rejects.toMatchObject({ code: 'report.too_large' });
    await thread.add('字'.repeat(5000));
    expect(additions(stored)).toBe(1);
  });

  test('disputes an outcome only once there is one', async () => {
    const { thread, stored } = await opened();
    await expect(thread.dispute('no')).rejects.toMatchObject({ code: 'report.not_closed' });
    stored.state = 'closed';
    await thread.refresh();
    expect(thread.mayDispute).toBe(true);
    await thread.dispute('no');
    expect(thread.mayDispute).toBe(false);
  });

  test('is limited as the line says', async () => {
    const { client, server } = await opened();
    server.state.faults = ({ path }) =>
      path.endsWith('/open') ? { status: 429, code: 'limit.tries' } : null;
    await expect(client.open(strange)).rejects.toMatchObject({ code: 'limit.tries' });
  });
});
