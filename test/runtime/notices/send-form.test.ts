import { describe, expect, test } from '@jest/globals';
import { filledForm } from '../../../runtime/notices/send-form.js';
import type { NoticeForm } from '../../../runtime/wechat/profile.js';
import { someOrder } from '../../support/sends.js';

const words = (zh: string, en = zh) => ({ zh, en });
const form = (kind: string, changes: Partial<NoticeForm> = {}): NoticeForm => ({
  ...{ kind, account: 'officialAccount', template: `form of ${kind}` },
  fields: {
    thing1: words('全民国家安全教育日', 'Security Day'),
    time2: words('{day} 09:00'),
    thing3: words('点击阅读', 'Read on'),
  },
  ...changes,
});
const forms = [form('other-day'), form('education-day'), form('education-day', { account: 'miniProgram' })];
const order = someOrder();

describe('the form of a notice', () => {
  test('is the profile’s for it, with its words and the day', () => {
    expect(filledForm(forms, 'officialAccount', order, 'zh')).toEqual({
      template: 'form of education-day',
      data: { thing1: '全民国家安全教育日', time2: '2027年4月15日 09:00', thing3: '点击阅读' },
    });
    expect(filledForm(forms, 'miniProgram', order, 'en')).toMatchObject({
      data: { thing1: 'Security Day', thing3: 'Read on' },
    });
  });

  test('holds the notice’s own words where the profile says so, shortened as the platform wants them', () => {
    const own = form('education-day', {
      fields: { thing1: words('{title}'), thing3: words('{title}：{body}'), name5: words('{day}') },
    });
    expect(filledForm([own], 'officialAccount', order, 'zh')).toEqual({ refused: 'form_unfit' });
    const { thing1, thing3 } = own.fields;
    const fits = { ...own, fields: { thing1: thing1 ?? words(''), thing3: thing3 ?? words('') } };
    expect(filledForm([fits], 'officialAccount', order, 'zh')).toMatchObject({
      data: { thing1: '全民国家安全教育日', thing3: '全民国家安全教育日：点击阅读今年的宣传…' },
    });
  });

  test('is any of the account’s where the profile has none for it, and says nothing about another day', () => {
    const another = someOrder({ occurrence: 'made.at.the.desk.2027-05-01.0' });
    expect(filledForm(forms, 'officialAccount', another, 'en')).toEqual({
      template: 'form of other-day',
      data: {
        thing1: 'Security Day',
        thing3: 'Read what is new th…',
        time2: '2027年4月15日 00:00~2027年4月15日 23:59',
      },
    });
  });

  test('is found also where the notice’s name has dots', () => {
    const dotted = someOrder({ occurrence: 'a.b.2027-05-01.3' });
    expect(filledForm([form('x'), form('a.b')], 'officialAccount', dotted, 'zh')).toMatchObject({
      template: 'form of a.b',
    });
  });

  test('is none where the account has none, or no field is one that a notice could fill', () => {
    expect(filledForm(forms.slice(0, 2), 'miniProgram', order, 'zh')).toEqual({ refused: 'no_form' });
    const odd = form('x', { fields: { thing1: words('a'), amount2: words('1') } });
    expect(filledForm([odd], 'officialAccount', order, 'zh')).toEqual({ refused: 'form_unfit' });
  });
});
