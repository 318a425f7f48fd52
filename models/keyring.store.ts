import type { Connection } from 'mongoose';
import type { Keyring, KeyringEntry } from '../domain/keyring/ports.js';
import { toBuffer } from './bytes.js';
import { stored, unlessDuplicate } from './errors.js';
import { fieldsOf } from './fields.js';
import { type KeyringDocument, keyringModel } from './keyring.schema.js';

const { text, bytes } = fieldsOf('keyring');

/** Signed readers. Nothing here is trusted: whoever reads it checks the signatures (`Vault.trusted`). */
export function createKeyringStore(connection: Connection): Keyring {
  const model = keyringModel(connection);
  return {
    async all() {
      const found = await stored(() => model.find({}).sort({ _id: 1 }).lean());
      return found.map(toEntry);
    },
    async add(entry) {
      await unlessDuplicate(() => model.create(toDocument(entry)), null);
    },
  };
}

function toDocument(entry: KeyringEntry): KeyringDocument {
  const signature = toBuffer(entry.signature);
  return {
    _id: signature.toString('hex'),
    handlerId: entry.handlerId,
    boxPk: toBuffer(entry.boxPk),
    signPk: toBuffer(entry.signPk),
    fromDay: entry.fromDay,
    revokedDay: entry.revokedDay,
    signedBy: entry.signedBy,
    signature,
  };
}

function toEntry(document: KeyringDocument): KeyringEntry {
  return {
    handlerId: text(document.handlerId),
    boxPk: bytes(document.boxPk),
    signPk: bytes(document.signPk),
    fromDay: text(document.fromDay),
    revokedDay: document.revokedDay === null ? null : text(document.revokedDay),
    signedBy: text(document.signedBy),
    signature: bytes(document.signature),
  };
}
