import type { Connection } from 'mongoose';
import type { AccessTokens } from '../domain/platform/ports.js';
import { accessTokenModel } from './access-token.schema.js';
import { stored, unlessDuplicate } from './errors.js';
import { fieldsOf } from './fields.js';

const { text, whole } = fieldsOf('access-tokens');

/** The platform's tokens, so that all instances of an account use one. */
export function createAccessTokenStore(connection: Connection): AccessTokens {
  const model = accessTokenModel(connection);
  return {
    async read(appid) {
      const found = await stored(() => model.findOne({ _id: appid }).lean());
      return found && { value: text(found.value), expiresAt: whole(found.expiresAt) };
    },
    async replace(appid, { value, expiresAt }, previous) {
      if (previous === null)
        return unlessDuplicate(async () => {
          await model.create({ _id: appid, value, expiresAt });
          return true;
        }, false);
      const where = { _id: appid, value: previous };
      const { matchedCount } = await stored(() => model.updateOne(where, { $set: { value, expiresAt } }));
      return matchedCount === 1;
    },
  };
}
