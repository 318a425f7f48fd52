import { describe, expect, test } from '@jest/globals';
import type { Profile } from '../../bot/flows/profile.js';
import { homeOf } from '../../runtime/home.js';

const both = (zh: string, en: string) => ({ zh, en });

function profile(sample: boolean): Profile {
  return {
    name: 'harbour',
    langs: ['zh', 'en'],
    operator: {
      sample,
      legalName: both('海港公司', 'Harbour Ltd'),
      registration: 'R-1',
      filing: 'F-2',
      privacyContact: 'privacy@harbour.example',
      retention: both('九十天', '90 days'),
      authority: null,
    },
    facts: { emergency: '110', telephone: '12339' },
    ways: [
      { kind: 'phone', name: both('电话', 'Telephone'), value: '110' },
      {
        kind: 'visit',
        name: both('当面', 'In person'),
        value: 'Room 3',
        note: both('工作日', 'on working days'),
      },
    ],
    promise: { readWithinWorkingDays: 3 },
    calendar: { china: true, years: [] },
    days: [],
    graphs: [],
    lessons: { zh: { examples: {}, concepts: {} }, en: { examples: {}, concepts: {} } },
    texts: {
      zh: new Map([
        ['line.name', '海港热线'],
        ['line.sample', '示例'],
      ]),
      en: new Map([
        ['line.name', 'Harbour line'],
        ['line.sample', 'Sample'],
      ]),
    },
    lexicon: { zh: {}, en: {} } as unknown as Profile['lexicon'],
  };
}

describe('the first page of a profile', () => {
  test('has the name, the ways and the operator in both languages', () => {
    expect(homeOf(profile(true))).toEqual({
      zh: {
        band: '示例',
        name: '海港热线',
        ways: ['电话：110', '当面：Room 3（工作日）'],
        operator: [
          '海港公司',
          '登记号：R-1',
          '备案号：F-2',
          '隐私联系方式：privacy@harbour.example',
          '保存多久：九十天',
        ],
      },
      en: {
        band: 'Sample',
        name: 'Harbour line',
        ways: ['Telephone: 110', 'In person: Room 3 (on working days)'],
        operator: [
          'Harbour Ltd',
          'Registration: R-1',
          'Filing: F-2',
          'Privacy contact: privacy@harbour.example',
          'How long we keep reports: 90 days',
        ],
      },
    });
  });

  test('of a line that is no sample has no band', () => {
    expect(homeOf(profile(false)).zh.band).toBeNull();
  });
});
