import { describe, expect, test } from '@jest/globals';
import { PlatformError } from '../../simulator/platform/errors.js';
import { checkFields } from '../../simulator/platform/template-fields.js';

const message = (key: string, value: string): string => {
  try {
    checkFields({ [key]: { value } }, { id: 't', title: 't', keys: [key] });
    return 'taken';
  } catch (error) {
    return error instanceof PlatformError ? error.message : 'thrown';
  }
};

describe('the fields of a notice', () => {
  test.each([
    ['thing4', '健康打卡提醒', '字'.repeat(21)],
    ['number1', '339208499', '12a'],
    ['letter1', 'abc', 'ab1'],
    ['character_string3', '2022120853531009', '编号1'],
    ['time2', '2019年10月1日 15:01', '明天'],
    ['date3', '2018-01-01', '2018-01/01'],
    ['amount1', '￥100', '一百'],
    ['phone_number1', '+86-0766-66888866', '电话'],
    ['name1', '张三', '十一个字的名字太长了啊呀'],
    ['phrase2', '配送中', '配送中1'],
    ['time2', '15:01', '15:01 左右'],
    ['time2', '2019年10月1日 09:00~10:30', '25:00'],
    ['date3', '2019年10月1日~2019年10月3日', '2019年10月1日随便'],
    ['date3', '2019/10/01 15:01', '10月1日'],
    ['number1', '1.5', '1.2.3'],
    ['amount1', '¥29.90', '12345678901'],
    ['name1', 'Zhang San', '张3'],
    ['car_number1', '粤A8Z888挂', '粤A·8Z888'],
    ['symbol1', '**', '*a'],
  ])('%s takes “%s” and not “%s”', (key, good, bad) => {
    expect(message(key, good)).toBe('taken');
    expect(message(key, bad)).toBe(`argument invalid! data.${key}.value invalid`);
  });
  test('an empty field is named, with the platform’s own spelling', () => {
    for (const nothing of ['', ' '])
      expect(message('thing3', nothing)).toBe('argument invalid! data.thing3.value is emtpy');
  });
  test('a line break is no value of any kind', () => {
    expect(message('thing3', 'a\nb')).toBe('argument invalid! data.thing3.value invalid');
  });
});
