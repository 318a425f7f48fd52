import { accountApi } from './account-api.js';
import { type Apis, type Platform } from './api.js';
import { customApi } from './custom-api.js';
import { draftApi } from './draft-api.js';
import { loginApi } from './login-api.js';
import { massApi } from './mass-api.js';
import { materialApi } from './material-api.js';
import { mediaApi } from './media-api.js';
import { menuApi } from './menu-api.js';
import { miniProgramApi } from './mini-program-api.js';
import { noticeApi } from './notice-api.js';
import { publishApi } from './publish-api.js';
import { qrcodeApi } from './qrcode-api.js';
import { readingApi } from './reading-api.js';
import { type Shelves } from './shelves.js';
import { tagApi } from './tag-api.js';
import { tokenApi } from './token-api.js';
import { userApi } from './user-api.js';

/** Every call that the platform answers, by its path. */
export function allApis(platform: Platform, shelves: Shelves): Apis {
  const { drafts, publications, publishJobs, massJobs } = shelves;
  return {
    ...tokenApi(platform),
    ...accountApi(platform, shelves.quotas),
    ...menuApi(shelves.menu),
    ...mediaApi(platform),
    ...materialApi(platform),
    ...customApi(platform),
    ...noticeApi(platform, shelves.templates),
    ...draftApi(platform, drafts),
    ...publishApi(platform, publishJobs, publications),
    ...massApi(platform, drafts, massJobs),
    ...readingApi(platform, shelves.readings),
    ...userApi(platform),
    ...tagApi(platform),
    ...qrcodeApi(platform, shelves.sceneCodes, shelves.permanentCodes),
    ...loginApi(platform, shelves.loginCodes),
    ...miniProgramApi(platform, shelves.phoneCodes),
  };
}
