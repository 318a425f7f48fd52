/** The line's own keys in DATA_DIR: the public part always, the private part in a demo only. */
import type { Random } from '../../domain/ports.js';
import {
  decodePublic,
  encodePublic,
  isPrivatePartOf,
  makeLineKeys,
  parsePrivate,
  printPrivate,
  type LinePrivate,
  type LinePublic,
} from '../../vault/line-keys.js';
import { recovery } from '../../vault/keyring.js';
import { createArgon2Pool } from '../../vault/node/argon2.js';
import { createSodium } from '../../vault/node/sodium.js';
import type { DeskKeys } from '../../domain/reports/ports.js';
import { readIfThere, writePrivate, type DataFolder } from '../storage/data-folder.js';
import { exitCodes, Refusal } from '../exit.js';

const backend = createSodium(createArgon2Pool());

/** The public part, or null before `keys -- init`. @throws Refusal if the file was damaged */
export function readLine(data: DataFolder): LinePublic | null {
  const text = readIfThere(data.line);
  if (text === null) return null;
  const line = decodePublic(backend, text);
  if (line !== null) return line;
  throw new Refusal(
    'The line’s public keys (line.json in DATA_DIR) are damaged.',
    'Bring the file back from another host or a backup; nothing is sealed to keys that do not verify.',
    exitCodes.settings,
  );
}

/** New keys. The public part is written; the private part is answered for whoever keeps it. Null if there are keys. */
export function makeLine(
  data: DataFolder,
  random: Random,
  today: string,
): { line: LinePublic; paper: string } | null {
  const made = makeLineKeys(backend, random, today);
  if (!writePrivate(data.line, encodePublic(made.public))) return null;
  return { line: made.public, paper: printPrivate(backend, made.private) };
}

/** A demo's private keys beside the rest, so that the desk can be tried. */
export function keepDemoKeys(data: DataFolder, paper: string): void {
  writePrivate(data.lineKeys, `${JSON.stringify({ sample: true, paper }, null, 2)}\n`);
}

/** The demo's private keys, or null where they are on paper. */
export function readDemoKeys(data: DataFolder): string | null {
  const text = readIfThere(data.lineKeys);
  return text === null ? null : (JSON.parse(text) as { paper: string }).paper;
}

/** The keys that open reports, from what stands on the paper. @throws Refusal naming the groups that are wrong */
export function deskKeys(paper: string, line: LinePublic): DeskKeys {
  const read: LinePrivate | { readonly wrong: readonly number[] } = parsePrivate(backend, paper);
  if ('wrong' in read)
    throw new Refusal(
      read.wrong.length > 0
        ? `These groups of the key are mistyped: ${read.wrong.join(', ')}.`
        : 'The key is mistyped.',
      'Compare them with the paper and type the key again.',
    );
  if (!isPrivatePartOf(backend, read, line))
    throw new Refusal(
      'That is the key of another line.',
      'Use the paper that was printed when this line’s keys were made.',
    );
  return { handlerId: recovery, boxKey: read.recoverySeed, signKey: read.rootSeed };
}
