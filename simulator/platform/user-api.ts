import { type User } from '../state/users.js';
import { type Apis, isJson, jsonOf, type Json, list, ok, type Platform, str } from './api.js';
import { PlatformError } from './errors.js';

const page = 10_000;

/** Followers: reference 10.10. No name, picture, sex or city: the platform gives none since 2021. */
export function userApi({ users }: Platform): Apis {
  const info = (openid: string): Json => {
    const user = users.get(openid);
    if (user === undefined) throw new PlatformError(40003);
    return describe(user);
  };
  return {
    '/cgi-bin/user/info': {
      method: 'GET',
      token: 'official-account',
      certified: true,
      run: ({ query }) => {
        const openid = query.get('openid') ?? '';
        if (openid === '') throw new PlatformError(41009);
        return info(openid);
      },
    },
    '/cgi-bin/user/info/batchget': {
      method: 'POST',
      token: 'official-account',
      certified: true,
      run: (call) => {
        const asked = list(jsonOf(call), 'user_list').filter(isJson);
        if (asked.length < 1 || asked.length > 100) throw new PlatformError(40032);
        return { user_info_list: asked.map((one) => info(str(one, 'openid'))) };
      },
    },
    '/cgi-bin/user/get': {
      method: 'GET',
      token: 'official-account',
      certified: true,
      run: ({ query }) => {
        const openids = [...users.all()].filter((u) => u.following).map((u) => u.openid);
        openids.sort();
        const from = query.get('next_openid') ?? '';
        const openid = openids.filter((one) => one > from).slice(0, page);
        const head = { total: openids.length, count: openid.length };
        const last = openid.at(-1);
        return last === undefined
          ? { ...head, next_openid: '' }
          : { ...head, data: { openid }, next_openid: last };
      },
    },
    '/cgi-bin/user/info/updateremark': {
      method: 'POST',
      token: 'official-account',
      certified: true,
      run: (call) => {
        const body = jsonOf(call);
        const user = users.get(str(body, 'openid'));
        if (user === undefined) throw new PlatformError(40003);
        user.remark = str(body, 'remark');
        return ok;
      },
    },
  };
}

function describe(user: User): Json {
  if (!user.following) return { subscribe: 0, openid: user.openid };
  return {
    subscribe: 1,
    openid: user.openid,
    language: 'zh_CN',
    subscribe_time: Math.floor(user.followedAt / 1000),
    remark: user.remark,
    groupid: 0,
    tagid_list: [...user.tags],
    subscribe_scene: user.scene,
    qr_scene: 0,
    qr_scene_str: user.qrScene,
  };
}
