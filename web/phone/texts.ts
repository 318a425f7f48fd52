/** The words of the page. Chinese and English are both originals. */
export interface Texts {
  readonly band: string;
  readonly title: string;
  readonly otherLanguage: string;
  readonly account: string;
  readonly phone: (n: number) => string;
  readonly follow: string;
  readonly following: string;
  readonly followTitle: string;
  readonly followText: string;
  readonly followFailed: string;
  readonly forgotten: string;
  readonly loading: string;
  readonly chat: string;
  readonly noMessages: string;
  readonly typing: string;
  readonly you: string;
  readonly them: string;
  readonly notice: string;
  readonly menuTapped: (name: string) => string;
  readonly toKeyboard: string;
  readonly toMenu: string;
  readonly menu: string;
  readonly noMenu: string;
  readonly message: string;
  readonly send: string;
  readonly more: string;
  readonly lessMore: string;
  readonly attachments: string;
  readonly picture: string;
  readonly voice: string;
  readonly video: string;
  readonly place: string;
  readonly sampleVoice: string;
  readonly voiceFile: string;
  readonly placeTitle: string;
  readonly placeName: string;
  readonly placeExample: string;
  readonly latitude: string;
  readonly longitude: string;
  readonly sendPlace: string;
  readonly back: string;
  readonly placeInvalid: string;
  readonly tooLarge: string;
  readonly unsent: string;
  readonly again: string;
  readonly offline: string;
  readonly options: string;
  readonly unfollow: string;
  readonly newPerson: string;
  readonly wire: string;
  readonly wireText: string;
  readonly wireEmpty: string;
  readonly attempts: (n: number) => string;
  readonly characters: (n: number) => string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly outcomes: Readonly<Record<string, string>>;
}

const zh: Texts = {
  band: '示例系统，非官方渠道',
  title: '微信模拟器',
  otherLanguage: 'English',
  account: '示例公众号',
  phone: (n) => `手机 ${n}`,
  follow: '关注此账号',
  following: '正在关注…',
  followTitle: '示例公众号',
  followText: '这里模拟一部手机。关注之后，就能像在微信里一样与账号对话。消息只到本机，不会发往微信。',
  followFailed: '没有关注成功：连不上模拟器。请确认服务仍在运行，再试一次。',
  forgotten: '模拟器重新启动过，先前的对话已不在。请重新关注。',
  loading: '正在载入…',
  chat: '对话',
  noMessages: '还没有消息。点下方的菜单，或切换到键盘写一句话。',
  typing: '对方正在输入…',
  you: '我',
  them: '账号',
  notice: '系统提示',
  menuTapped: (name) => `点了菜单“${name}”`,
  toKeyboard: '切换到键盘',
  toMenu: '切换到菜单',
  menu: '菜单',
  noMenu: '账号没有菜单',
  message: '消息',
  send: '发送',
  more: '打开更多',
  lessMore: '收起更多',
  attachments: '发送图片、语音、视频或位置',
  picture: '图片',
  voice: '语音',
  video: '视频',
  place: '位置',
  sampleVoice: '发送一段示例语音',
  voiceFile: '选择声音文件',
  placeTitle: '发送位置',
  placeName: '地点名称',
  placeExample: '滨江路 12 号 3 号楼',
  latitude: '纬度',
  longitude: '经度',
  sendPlace: '发送此位置',
  back: '返回',
  placeInvalid: '纬度为 −90 至 90，经度为 −180 至 180，例如 39.9 与 116.4。',
  tooLarge: '文件太大，平台不收。图片和视频不超过 10 MB，语音不超过 2 MB。',
  unsent: '没有送达。',
  again: '再发一次',
  offline: '与模拟器的连接断了。写好的内容还在，恢复后会自动更新。',
  options: '更多操作',
  unfollow: '取消关注',
  newPerson: '换一个人重新开始',
  wire: '传输记录',
  wireText: '平台推送到举报线的每一次请求。内容不显示，只有种类、次数和用时。',
  wireEmpty: '还没有推送。',
  attempts: (n) => `${n} 次`,
  characters: (n) => `${n} 字`,
  kinds: {
    text: '文字',
    tap: '点选',
    image: '图片',
    voice: '语音',
    video: '视频',
    shortvideo: '短视频',
    location: '位置',
    link: '链接',
    subscribe: '关注',
    unsubscribe: '取消关注',
    CLICK: '菜单',
    SCAN: '扫码',
    VIEW: '打开链接',
  },
  outcomes: {
    message: '有回复',
    nothing: '无回复',
    'handed-over': '转人工',
    malformed: '回复不合规',
    status: '状态码',
    timeout: '超过 5 秒',
    connection: '连接失败',
    dropped: '回复被丢弃',
  },
};

const en: Texts = {
  band: 'Sample – not an official channel',
  title: 'WeChat simulator',
  otherLanguage: '中文',
  account: 'Sample account',
  phone: (n) => `Phone ${n}`,
  follow: 'Follow this account',
  following: 'Following…',
  followTitle: 'Sample account',
  followText:
    'This page stands in for a phone. Follow the account and write to it as you would in WeChat. Messages stay on this machine; nothing goes to WeChat.',
  followFailed:
    'You do not follow it yet: the simulator did not answer. See that the service runs, then try again.',
  forgotten: 'The simulator was started again and this chat is gone. Please follow once more.',
  loading: 'Loading…',
  chat: 'Chat',
  noMessages: 'No messages yet. Tap the menu below, or switch to the keyboard and write.',
  typing: 'Typing…',
  you: 'You',
  them: 'Account',
  notice: 'System notice',
  menuTapped: (name) => `You tapped “${name}”`,
  toKeyboard: 'Switch to the keyboard',
  toMenu: 'Switch to the menu',
  menu: 'Menu',
  noMenu: 'The account has no menu',
  message: 'Message',
  send: 'Send',
  more: 'Show more ways to answer',
  lessMore: 'Hide more ways to answer',
  attachments: 'Send a picture, a voice message, a video or a place',
  picture: 'Picture',
  voice: 'Voice',
  video: 'Video',
  place: 'Place',
  sampleVoice: 'Send a sample voice message',
  voiceFile: 'Choose a sound file',
  placeTitle: 'Send a place',
  placeName: 'Name of the place',
  placeExample: '12 Riverside Road, building 3',
  latitude: 'Latitude',
  longitude: 'Longitude',
  sendPlace: 'Send this place',
  back: 'Back',
  placeInvalid: 'Latitude is −90 to 90 and longitude −180 to 180, for example 39.9 and 116.4.',
  tooLarge: 'The platform does not take a file of this size: 10 MB for pictures and videos, 2 MB for voice.',
  unsent: 'Not delivered.',
  again: 'Send again',
  offline: 'No connection to the simulator. What you wrote is still here; the chat goes on by itself.',
  options: 'More actions',
  unfollow: 'Unfollow',
  newPerson: 'Start as another person',
  wire: 'On the wire',
  wireText:
    'Every push from the platform to the line: what kind, how often, how long. The content is not shown.',
  wireEmpty: 'Nothing was pushed yet.',
  attempts: (n) => (n === 1 ? '1 attempt' : `${n} attempts`),
  characters: (n) => (n === 1 ? '1 character' : `${n} characters`),
  kinds: {
    text: 'Text',
    tap: 'Tap',
    image: 'Picture',
    voice: 'Voice',
    video: 'Video',
    shortvideo: 'Short video',
    location: 'Place',
    link: 'Link',
    subscribe: 'Follow',
    unsubscribe: 'Unfollow',
    CLICK: 'Menu',
    SCAN: 'Scan',
    VIEW: 'Link opened',
  },
  outcomes: {
    message: 'answered',
    nothing: 'no answer to show',
    'handed-over': 'handed to a person',
    malformed: 'answer not valid',
    status: 'status',
    timeout: 'over 5 seconds',
    connection: 'no connection',
    dropped: 'answer dropped',
  },
};

export type Lang = 'zh' | 'en';
export const texts: Readonly<Record<Lang, Texts>> = { zh, en };
