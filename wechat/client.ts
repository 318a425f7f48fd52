/** The platform's API as the line uses it: one client for each of its two accounts. */
import { type AccountCalls, createAccountCalls } from './account.js';
import { type ApiOptions, createApi } from './api.js';
import { createDrafts, createPublishing, type Drafts, type Publishing } from './articles.js';
import { type Capabilities, createCapabilities } from './capabilities.js';
import { createCustom, type Custom } from './custom.js';
import { createDatacube, type Datacube } from './datacube.js';
import { createFollowers, type Followers } from './followers.js';
import { createMass, type Mass } from './mass.js';
import { createMaterial, type Material } from './material.js';
import { createMedia, type Media, platformVideoHosts } from './media.js';
import { createMenu, type Menu } from './menu.js';
import { createMiniProgram, type MiniProgram } from './mini-program.js';
import { createQrCodes, type QrCodes } from './qrcode.js';
import { createMiniProgramNotices, createOfficialAccountNotices, type SendNotice } from './subscribe.js';
import { createWindows, type Windows } from './windows.js';

export interface OfficialAccountClient {
  readonly account: AccountCalls;
  readonly capabilities: Capabilities;
  readonly media: Media;
  readonly material: Material;
  readonly menu: Menu;
  readonly custom: Custom;
  readonly windows: Windows;
  readonly qrCodes: QrCodes;
  readonly followers: Followers;
  readonly drafts: Drafts;
  readonly publishing: Publishing;
  readonly mass: Mass;
  readonly datacube: Datacube;
  readonly notify: SendNotice;
}

export interface OfficialAccountOptions extends ApiOptions {
  /** `https://mp.weixin.qq.com`, or the simulator's: where code pictures are */
  readonly pictureBase: string;
}

/** A client of the Official Account. Videos come from the platform's hosts, or from the host of `base`. */
export function createOfficialAccountClient(options: OfficialAccountOptions): OfficialAccountClient {
  const api = createApi(options);
  const windows = createWindows(() => options.clock.now());
  const own = new URL(options.base).hostname.replace(/[.[\]]/g, '\\$&');
  const videoHosts = new RegExp(`${platformVideoHosts.source}|^${own}$`);
  return {
    account: createAccountCalls(api),
    capabilities: createCapabilities(api, () => options.clock.now()),
    material: createMaterial(api),
    media: createMedia(api, { request: options.request, videoHosts }),
    menu: createMenu(api),
    custom: createCustom(api, windows),
    windows,
    qrCodes: createQrCodes(api, options.pictureBase),
    followers: createFollowers(api),
    drafts: createDrafts(api),
    publishing: createPublishing(api),
    mass: createMass(api),
    datacube: createDatacube(api),
    notify: createOfficialAccountNotices(api),
  };
}

export interface MiniProgramClient extends MiniProgram {
  readonly account: AccountCalls;
  readonly notify: SendNotice;
}

/** A client of the mini-program: other appid, other token, same rules. */
export function createMiniProgramClient(options: ApiOptions): MiniProgramClient {
  const api = createApi(options);
  return {
    ...createMiniProgram(api),
    account: createAccountCalls(api),
    notify: createMiniProgramNotices(api),
  };
}
