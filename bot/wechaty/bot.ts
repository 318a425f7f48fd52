/** The bot on wechaty: a message in, one turn, a text out. The only folder that imports wechaty. */
import { type Message, WechatyBuilder, log } from 'wechaty';
import { type impls } from 'wechaty-puppet';
import { type Handle, type Input } from '../dialogue/types.js';
import { toInput } from './to-input.js';

/** A puppet that hears when a turn is over. */
export type TurnPuppet = impls.PuppetInterface & { ended(): void };

export interface BotOptions {
  readonly puppet: TurnPuppet;
  readonly turn: (handle: Handle, input: Input) => Promise<string | null>;
  /** What to say when a turn broke; the place to log it. */
  readonly failed: (error: unknown) => string;
}

export interface Bot {
  /** Resolves when messages are heard. @throws Error if the puppet does not start */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Each message gets exactly one turn, and each turn ends, whatever is thrown in it. Nothing is written to disk
 * (wechaty is given no name, so its memory card has no file) and nothing of a person stays in wechaty's pools.
 */
export function createBot({ puppet, turn, failed }: BotOptions): Bot {
  log.level('silent'); // at some levels wechaty prints what people write
  const wechaty = WechatyBuilder.build({ puppet });

  async function hear(message: Message): Promise<void> {
    try {
      await answer(message);
    } catch (error) {
      failed(error); // nobody can be told any more
    } finally {
      puppet.ended();
    }
  }

  async function answer(message: Message): Promise<void> {
    const handle = message.talker().id as Handle;
    try {
      const text = await wordsFor(handle, message);
      if (text !== null) await message.say(text);
    } finally {
      pool(wechaty.Contact).delete(handle);
    }
  }

  async function wordsFor(handle: Handle, message: Message): Promise<string | null> {
    try {
      return await turn(handle, toInput(message));
    } catch (error) {
      return failed(error);
    }
  }

  // wechaty does not await its listeners: what escapes one of them kills the process.
  wechaty.on('message', (message) => {
    hear(message).catch(failed);
  });
  wechaty.on('error', (error) => {
    puppet.messageSendText('', failed(error)).then(
      () => {
        puppet.ended();
      },
      () => {
        puppet.ended();
      },
    );
  });

  return {
    async start() {
      await wechaty.start();
      if (!wechaty.isLoggedIn) throw new Error('the puppet did not start');
    },
    stop: () => wechaty.stop(),
  };
}

const pool = (users: unknown): Map<string, unknown> => (users as { pool: Map<string, unknown> }).pool;
