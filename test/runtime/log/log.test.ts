import { describe, expect, test } from '@jest/globals';
import { DomainError } from '../../../domain/errors.js';
import { createLog, type Fields } from '../../../runtime/log/log.js';

const canary = 'CANARY-8842-oXyZ';

function recorder(level: 'info' | 'error' = 'info') {
  const lines: string[] = [];
  const log = createLog(level, { write: (line: string) => void lines.push(line) });
  return {
    log,
    text: () => lines.join(''),
    last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>,
  };
}

/** As a library would hand it over: with more on it than its type says. */
function errorWith(properties: Record<string, unknown>, message = canary): Error {
  return Object.assign(new Error(message), properties);
}

describe('a line of the log', () => {
  test('has the time, the level, the event and the fields, in exactly this form', () => {
    const { log, last } = recorder();
    log.info('job.finished', { job: 'burn-drafts', found: 3, done: 2, failed: 1, ms: 12 });
    const { time, ...rest } = last();
    expect(rest).toEqual({
      level: 'info',
      event: 'job.finished',
      job: 'burn-drafts',
      found: 3,
      done: 2,
      failed: 1,
      ms: 12,
    });
    expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  test('below the level is not written', () => {
    const { log, text } = recorder('error');
    log.info('line.ready');
    log.warn('line.slow');
    expect(text()).toBe('');
  });

  test('leaves out a field that nobody listed', () => {
    const { log, last } = recorder();
    log.warn('request.failed', { status: 500, url: `/wechat/oa?openid=${canary}`, msg: canary } as Fields);
    expect(Object.keys(last()).sort()).toEqual(['event', 'level', 'status', 'time']);
  });

  test.each<[keyof Fields, unknown]>([
    ['route', `/wechat/oa?openid=${canary}`],
    ['route', 'https://line.example/'],
    ['status', '200'],
    ['requestId', canary],
    ['code', `it failed for ${canary}`],
    ['code', { toJSON: () => canary }],
    ['job', canary],
    ['role', canary],
    ['ms', 1.5],
    ['found', [canary]],
    ['done', -1],
    ['failed', NaN],
    ['attempt', canary],
  ])('leaves out %s as %j, which has another form', (name, value) => {
    const { log, last, text } = recorder();
    log.info('line.ready', { [name]: value });
    expect(last()).not.toHaveProperty(name);
    expect(text()).not.toContain(canary);
  });

  test('keeps a field in its form', () => {
    const fields = {
      route: '/api/v1/reports/:id',
      status: 503,
      requestId: '0123456789abcdef',
      code: 'report.id_taken',
    };
    const { log, last } = recorder();
    log.warn('request.failed', fields);
    expect(last()).toMatchObject(fields);
  });

  test('has no event that was made from something said', () => {
    const { log, last } = recorder();
    log.info(`said ${canary}`);
    expect(last()['event']).toBe('log.unnamed');
  });
});

describe('an error', () => {
  const logged = (error: unknown) => {
    const { log, last, text } = recorder();
    log.error('turn.failed', error, { code: 'internal.unexpected' });
    expect(text()).not.toContain(canary);
    return last()['error'];
  };

  test('leaves its class, its code and the place it arose, without the path of the machine', () => {
    const error = logged(new DomainError('storage.unavailable')) as { frames: string[] };
    expect(error).toMatchObject({ class: 'DomainError', code: 'storage.unavailable' });
    expect(error.frames[0]).toMatch(/^runtime\/log\/log\.test\.ts:\d+:\d+$/);
    expect(error.frames.join()).not.toContain(process.cwd());
  });

  test.each([
    ['a message', new Error(canary)],
    ['a message of several lines', new Error(`a\nb ${canary}`)],
    ['a message that imitates a frame', new Error(`x\n    at ${canary} (/srv/${canary}.js:1:1)`)],
    ['a name', errorWith({ name: canary })],
    ['a constructor of its own', errorWith({ constructor: { name: 'CANARY88' } })],
    ['a cause', new Error('outside', { cause: new Error(canary, { cause: canary }) })],
    ['properties', errorWith({ value: canary, writeErrors: [{ op: canary }], path: canary, reason: canary })],
    ['a code in words', errorWith({ code: canary })],
    ['a stack of its own', errorWith({ stack: canary })],
    ['a toJSON', errorWith({ toJSON: () => canary })],
    ['parts', new AggregateError([new Error(canary)], canary)],
    ['only text', canary],
    ['an object', { message: canary, stack: canary }],
  ])('with the secret in %s prints nothing of it', (_where, error) => {
    expect(logged(error)).toBeDefined();
  });

  test('whose message was changed after its stack was made prints nothing of either', () => {
    const error = new Error(`x\n    at ${canary} (elsewhere)`);
    error.message = 'y';
    expect(logged(error)).toMatchObject({ class: 'Error' });
  });

  test('of the system keeps its code, of a driver its number', () => {
    expect(logged(errorWith({ code: 'ECONNREFUSED' }))).toMatchObject({ code: 'ECONNREFUSED' });
    expect(logged(errorWith({ code: 11000 }))).toMatchObject({ code: 11000 });
  });

  test('has no code that is the digits of a receipt', () => {
    expect(logged(errorWith({ code: 12345678 }))).not.toHaveProperty('code');
    expect(logged(errorWith({ code: '12345678' }))).not.toHaveProperty('code');
  });

  test('shows at most three causes, and a ring of them ends', () => {
    const error = new Error('a');
    error.cause = error;
    const depth = (trace: unknown): number =>
      typeof trace === 'object' && trace !== null && 'cause' in trace ? 1 + depth(trace.cause) : 0;
    expect(depth(logged(error))).toBe(3);
  });

  test('that throws when it is looked at is logged all the same', () => {
    const error = new Error('a');
    for (const name of ['stack', 'code', 'cause'])
      Object.defineProperty(error, name, {
        get: () => {
          throw new Error(canary);
        },
      });
    expect(logged(error)).toEqual({ class: 'Error', frames: [] });
  });
});
