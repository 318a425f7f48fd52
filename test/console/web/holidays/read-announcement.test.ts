import { describe, expect, test } from '@jest/globals';
import { namesIn } from '../../../../console/web/holidays/holiday-names.js';
import { readAnnouncement } from '../../../../console/web/holidays/read-announcement.js';
import { announcedProblems } from '../../../../domain/calendar/entered-year.js';

const of2026 = `各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。`;

const ranges = (text: string, year: number): string[] =>
  (readAnnouncement(text, year)?.off ?? []).map(({ from, to, name }) => `${name?.zh ?? '-'} ${from} ${to}`);

describe('the announcement of 2026', () => {
  test('is read with all its days', () => {
    expect(ranges(of2026, 2026)).toEqual([
      '元旦 2026-01-01 2026-01-03',
      '春节 2026-02-15 2026-02-23',
      '清明节 2026-04-04 2026-04-06',
      '劳动节 2026-05-01 2026-05-05',
      '端午节 2026-06-19 2026-06-21',
      '中秋节 2026-09-25 2026-09-27',
      '国庆节 2026-10-01 2026-10-07',
    ]);
    expect(readAnnouncement(of2026, 2026)?.worked).toEqual([
      ...['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
    ]);
  });

  test('is one that the server takes', () => {
    const read = readAnnouncement(of2026, 2026);
    expect(announcedProblems({ year: 2026, off: read?.off ?? [], worked: read?.worked ?? [] })).toEqual([]);
  });
});

describe('an announcement', () => {
  test('may begin in the year before', () => {
    const text =
      '一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。\n二、春节：1月21日至27日放假调休，共7天。1月28日（星期六）、1月29日（星期日）上班。';
    expect(ranges(text, 2023)).toEqual(['元旦 2022-12-31 2023-01-02', '春节 2023-01-21 2023-01-27']);
    expect(ranges('一、元旦：12月30日至1月1日放假，共3天。', 2024)).toEqual(['元旦 2023-12-30 2024-01-01']);
  });

  test('may name one day, or two holidays at once', () => {
    const text =
      '一、元旦：1月1日（周三）放假1天，不调休。\n六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。';
    expect(ranges(text, 2025)).toEqual([
      '元旦 2025-01-01 2025-01-01',
      '国庆节、中秋节 2025-10-01 2025-10-08',
    ]);
    expect(readAnnouncement(text, 2025)?.off[1]?.name?.en).toBe('National Day and Mid-Autumn Festival');
  });

  test('may leave the worked days to the same sentence’s month', () => {
    const text = '四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。';
    expect(readAnnouncement(text, 2024)?.worked).toEqual(['2024-04-28', '2024-05-11']);
  });

  test.each(['', '今天天气很好。', '一、元旦：另行通知。', '元旦：1月1日放假。'])('is not in %j', (text) => {
    expect(readAnnouncement(text, 2027)).toBeNull();
  });

  test('keeps days of a holiday that it does not know, without a name', () => {
    expect(ranges('一、抗战胜利纪念日：9月3日至5日放假调休，共3天。', 2015)).toEqual([
      '- 2015-09-03 2015-09-05',
    ]);
    expect(namesIn('元旦和春节')?.en).toBe('New Year and Spring Festival');
    expect([namesIn('元旦、某日'), namesIn('')]).toEqual([null, null]);
  });
});
