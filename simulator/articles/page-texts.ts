/** The words of the article pages. Chinese and English are both originals. */
export interface PageTexts {
  readonly band: string;
  readonly account: string;
  readonly original: string;
  readonly preview: string;
  /** a heading and what to know, for what is not there */
  readonly missing: readonly [string, string];
  readonly removed: readonly [string, string];
  readonly blocked: readonly [string, string];
  readonly previewOver: readonly [string, string];
}

export type PageLang = 'zh' | 'en';

export const pageTexts: Readonly<Record<PageLang, PageTexts>> = {
  zh: {
    band: '示例系统，非官方渠道',
    account: '示例公众号',
    original: '阅读原文',
    preview: '预览：文章尚未发布，仅供收到的人查看。',
    missing: ['没有这篇文章', '链接可能不完整，或模拟器重新启动过。'],
    removed: ['此内容已被发布者删除', '收到过的消息仍在聊天中，文章不能再打开。'],
    blocked: ['此内容无法查看', '平台认定其违反规定，已停止显示。'],
    previewOver: ['预览已失效', '这份草稿已经发布、群发或删除。'],
  },
  en: {
    band: 'Sample – not an official channel',
    account: 'Sample account',
    original: 'Read the original',
    preview: 'Preview: not published yet, and shown only to those who were sent it.',
    missing: ['No such article', 'The link may be incomplete, or the simulator was started again.'],
    removed: [
      'The account has deleted this article',
      'The message stays in the chat, but the article no longer opens.',
    ],
    blocked: ['This article is not shown', 'The platform found it against its rules and closed it.'],
    previewOver: ['This preview is over', 'The draft was published, sent or deleted.'],
  },
};
