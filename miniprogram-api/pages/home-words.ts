/** What the first page says itself. Both languages are originals. */
export const fixed = {
  zh: {
    takes:
      '这里收的是具体的事：有人做了什么、什么时候、在哪里。一个人说什么、想什么、信什么、属于什么，这里不收。',
    report: '网页举报',
    check: '查询进度',
    ways: '举报途径',
    read: '了解更多',
    articles: '宣传文章',
    days: '重要日子的日历，可以订阅',
    protection: '怎样保护举报人',
    protects: [
      '网页上填写的，先在浏览器里加密再发出。只有负责的少数人打得开，传送它的服务器打不开。',
      '这里说“保密”，不说“匿名”：服务器应答时看得到网络地址，但不保存；用微信举报，微信和管理账号的少数人看得到聊天。',
      '和举报放在一起的，没有账号、地址和设备，时间只记到哪一天。',
      '凭回执随时可以撤回。保存多久，写在页面最下面。',
    ],
    verify: '怎样确认举报页面没有被改过',
    demo: '试用这套系统',
    simulator: '微信模拟器：像举报人那样使用',
    console: '工作台：编辑和发布文章',
    documents: '接口文档：供程序调用',
  },
  en: {
    takes:
      'This line takes what somebody did, at a time and a place. What a person says, thinks, believes or belongs to is not taken.',
    report: 'Report on this website',
    check: 'Check a report',
    ways: 'Ways to report',
    read: 'Find out more',
    articles: 'Awareness articles',
    days: 'Days to know, as a calendar to subscribe to',
    protection: 'How people who report are protected',
    protects: [
      'What is written on the website is sealed in the browser before it is sent. Only the few people who answer for it can open it; the server that carries it cannot.',
      'We say confidential, not anonymous: while it answers, the server sees a network address and keeps none; in WeChat, WeChat and the few people who run the account can see the chat.',
      'Beside a report there is no account, no address and no device, and of the time only the day.',
      'A report can be withdrawn with its receipt at any time. How long reports are kept stands at the foot of this page.',
    ],
    verify: 'How to tell that the form was not changed',
    demo: 'Try this system out',
    simulator: 'WeChat simulator: use the line as a person who reports',
    console: 'Staff console: write and publish articles',
    documents: 'API documents: for programs',
  },
} as const;
