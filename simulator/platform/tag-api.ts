import { type User } from '../state/users.js';
import { type Apis, certifiedPost, int, type Json, list, obj, ok, type Platform, str } from './api.js';
import { PlatformError } from './errors.js';

const most = { tags: 100, nameBytes: 30, ofOneUser: 20, openids: 50 } as const;

/** Tags of followers: reference 10.10. Ids below 100 are the system's. */
export function tagApi({ users }: Platform): Apis {
  const tags = new Map<number, string>();
  let next = 100;

  const nameOf = (tag: Json): string => {
    const name = str(tag, 'name');
    if (name === '' || [...tags.values()].includes(name)) throw new PlatformError(45157);
    if (Buffer.byteLength(name) > most.nameBytes) throw new PlatformError(45158);
    return name;
  };
  const known = (id: unknown): number => {
    const tag = int(id);
    if (tag < 100) throw new PlatformError(45058);
    if (!tags.has(tag)) throw new PlatformError(45159);
    return tag;
  };
  const withTag = (tag: number): User[] => [...users.all()].filter((user) => user.tags.has(tag));
  const listed = (body: Json): User[] => {
    const openids = list(body, 'openid_list');
    if (openids.length < 1 || openids.length > most.openids) throw new PlatformError(40032);
    return openids.map((openid) => {
      const user = users.get(String(openid));
      if (user?.following !== true) throw new PlatformError(40003);
      return user;
    });
  };

  return {
    '/cgi-bin/tags/create': certifiedPost((body) => {
      if (tags.size >= most.tags) throw new PlatformError(45056);
      const name = nameOf(obj(body, 'tag'));
      const id = next++;
      tags.set(id, name);
      return { tag: { id, name } };
    }),
    '/cgi-bin/tags/update': certifiedPost((body) => {
      const tag = obj(body, 'tag');
      tags.set(known(tag['id']), nameOf(tag));
      return ok;
    }),
    '/cgi-bin/tags/delete': certifiedPost((body) => {
      const tag = known(obj(body, 'tag')['id']);
      for (const user of withTag(tag)) user.tags.delete(tag);
      tags.delete(tag);
      return ok;
    }),
    '/cgi-bin/tags/get': {
      method: 'GET',
      token: 'official-account',
      certified: true,
      run: () => ({ tags: [...tags].map(([id, name]) => ({ id, name, count: withTag(id).length })) }),
    },
    '/cgi-bin/tags/members/batchtagging': certifiedPost((body) => {
      const tag = known(body['tagid']);
      const all = listed(body);
      if (all.some((user) => user.tags.size >= most.ofOneUser && !user.tags.has(tag)))
        throw new PlatformError(45059);
      for (const user of all) user.tags.add(tag);
      return ok;
    }),
    '/cgi-bin/tags/members/batchuntagging': certifiedPost((body) => {
      const tag = known(body['tagid']);
      for (const user of listed(body)) user.tags.delete(tag);
      return ok;
    }),
    '/cgi-bin/tags/getidlist': certifiedPost((body) => {
      const user = users.get(str(body, 'openid'));
      if (user === undefined) throw new PlatformError(40003);
      return { tagid_list: [...user.tags] };
    }),
  };
}
