import { type Received, type Said } from './fake-line.js';

const tap = (label: string, id: string): string =>
  `<a href="weixin://bizmsgmenu?msgmenucontent=${encodeURIComponent(label)}&msgmenuid=${id}">${label}</a>`;

const greeting = `您好，这里是「示例举报线」。
本系统为示例，不是官方渠道。
对话保密：微信平台和少数运营人员能看到聊天内容。
如有人身危险，请立即拨打 110。
请点下方菜单：我要举报、查询进度、宣传文章。
For English, send “report”.`;

const first = `第 1 题，共约 9 题
您要反映的是哪一类行为？
1 ${tap('有人打听、套取秘密', 'kind:a')}
2 ${tap('重要数据被收集或传往境外', 'kind:b')}
3 ${tap('种子、生物样本或数据被带走', 'kind:c')}
4 ${tap('单位内部保护有漏洞', 'kind:d')}
也可以直接写下来。`;

const story = `好的，记下了。
请说说发生了什么：谁做了什么，您看到或听到了什么。可以分几条发送，也可以发语音。
1 ${tap('说完了，下一题', 'story:done')}
2 ${tap('重写', 'story:again')}`;

/** Answers as the real line might: enough for the page to be looked at, and for its journeys. */
export async function sampleLine({ fields }: Received): Promise<Said> {
  if (fields['Event'] === 'subscribe') return greeting;
  if (fields['Event'] === 'CLICK') return menu(fields['EventKey']);
  if (fields['MsgType'] === 'event') return null;
  if (fields['MsgType'] === 'image') return '收到 1 个文件，已封存 1 个。可以继续发送，或回答当前问题。';
  if (fields['MsgType'] === 'voice') return '收到语音，已封存。';
  if (fields['MsgType'] === 'location')
    return `地点记下了：${typeof fields['Label'] === 'string' ? fields['Label'] : ''}`;
  if (fields['Content'] === '慢') await new Promise((done) => setTimeout(done, 900));
  if (fields['Content'] === '坏') return { status: 500, body: '' };
  return story;
}

function menu(key: unknown): Said {
  if (key === 'report') return first;
  if (key === 'check') return '请发送回执编号，例如 1234 5678 9012 3456 7891。编号只有您有，请勿转发。';
  return `宣传文章：
<a href="https://example.org/a/1">全民国家安全教育日是哪一天</a>
<a href="https://example.org/a/2">收到陌生“调研”邀请怎么办</a>`;
}
