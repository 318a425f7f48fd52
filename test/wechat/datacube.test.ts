import { describe, expect, test } from '@jest/globals';
import { createDatacube } from '../../wechat/datacube.js';
import { createPlatform, refusal } from './platform.js';

describe('what came out on a day', () => {
  test('is asked for one day, and told with the sums of each day since', async () => {
    const platform = createPlatform();
    const detail = (day: string, readers: unknown) => ({ stat_date: day, read_user: readers, share_user: 1 });
    platform.script = [
      {
        list: [
          {
            ...{ ref_date: '2026-11-22', msgid: '2247490098_1', title: '标题', publish_type: 1 },
            content_url: 'https://mp.weixin.qq.com/s?__biz=B&mid=2247490098&idx=1&sn=x',
            detail_list: [detail('2026-11-23', 9), detail('2026-11-22', 4), { read_user: 7 }],
          },
          { ref_date: '2026-11-22', msgid: '2_1', detail_list: [detail('2026-11-22', 'many')] },
          { ref_date: '2026-11-24', msgid: '3_1', detail_list: [] },
        ],
        is_delay: false,
      },
    ];
    expect(await createDatacube(platform.api).publishedOn('2026-11-22')).toEqual([
      {
        id: '2247490098_1',
        url: 'https://mp.weixin.qq.com/s?__biz=B&mid=2247490098&idx=1&sn=x',
        until: [
          { day: '2026-11-22', readers: 4 },
          { day: '2026-11-23', readers: 9 },
        ],
      },
      { id: '2_1', url: '', until: [{ day: '2026-11-22', readers: 0 }] },
    ]);
    const [asked] = platform.asked;
    expect(asked?.path).toBe('/datacube/getarticletotaldetail');
    expect(JSON.parse(asked?.body ?? '')).toEqual({ begin_date: '2026-11-22', end_date: '2026-11-22' });
  });

  test('is nothing where nothing came out, and a refusal keeps its code', async () => {
    const platform = createPlatform();
    platform.script = [{ list: [] }, refusal(61501)];
    const datacube = createDatacube(platform.api);
    expect(await datacube.publishedOn('2026-11-22')).toEqual([]);
    await expect(datacube.publishedOn('2026-11-22')).rejects.toMatchObject({ code: 61501, reaction: 'stop' });
  });
});
