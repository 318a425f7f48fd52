/** The first page's words, from the profile. */
import type { Profile } from '../bot/flows/profile.js';
import type { Home, HomeWords } from '../miniprogram-api/pages/home-page.js';
import type { PageLang } from '../miniprogram-api/pages/reader-lang.js';

const labels = {
  zh: {
    between: '：',
    retention: '保存多久',
    privacy: '隐私联系方式',
    registration: '登记号',
    filing: '备案号',
  },
  en: {
    between: ': ',
    retention: 'How long we keep reports',
    privacy: 'Privacy contact',
    registration: 'Registration',
    filing: 'Filing',
  },
} as const;

/** Name, ways to report and operator of a profile, in both languages. */
export function homeOf(profile: Profile): Home {
  return { zh: wordsOf(profile, 'zh'), en: wordsOf(profile, 'en') };
}

function wordsOf({ texts, ways, operator }: Profile, lang: PageLang): HomeWords {
  const { between, ...label } = labels[lang];
  const line = (name: string, value: string) => `${name}${between}${value}`;
  return {
    band: operator.sample ? (texts[lang].get('line.sample') ?? '') : null,
    name: texts[lang].get('line.name') ?? '',
    ways: ways.map(({ name, value, note }) => {
      const way = line(name[lang], value);
      if (note === undefined) return way;
      return lang === 'zh' ? `${way}（${note.zh}）` : `${way} (${note.en})`;
    }),
    operator: [
      operator.legalName[lang],
      line(label.registration, operator.registration),
      line(label.filing, operator.filing),
      line(label.privacy, operator.privacyContact),
      line(label.retention, operator.retention[lang]),
    ],
  };
}
