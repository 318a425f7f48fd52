/** Why the platform did not take an article: its codes and words of ours, and where in its back office to look. */
export const reasons = {
  '40007': {
    what: 'The platform does not know a picture or a draft any more.',
    todo: 'Try the platform once more: pictures are uploaded and a new draft is made. In the back office, look at 草稿箱 (Drafts).',
  },
  '45003': {
    what: 'The title is too long for the platform.',
    todo: 'Shorten the title to 32 characters and have it reviewed again.',
  },
  '45004': {
    what: 'The author or the digest is too long for the platform.',
    todo: 'Shorten the author to 16 and the digest to 128 characters, and have it reviewed again.',
  },
  '45028': {
    what: 'The month’s mass sends are used up.',
    todo: 'Send it quietly, or wait for the next month. In the back office, 群发功能 (Mass sending) shows what is left.',
  },
  '45066': {
    what: 'The same mass send was asked for twice within a minute.',
    todo: 'Nothing went out twice. Wait a minute, then try the platform once more.',
  },
  '45166': {
    what: 'The platform refuses something in the text.',
    todo: 'Look for links, pictures or signs that it does not take, and for words it does not allow. In the back office, open the draft under 草稿箱 (Drafts): it names the place.',
  },
  '48001': {
    what: 'This account may not do that.',
    todo: 'It needs a certified account with this permission. In the back office, look at 设置与开发 › 接口权限 (Permissions).',
  },
  '53503': {
    what: 'The draft did not pass the platform’s check.',
    todo: 'Open the draft in the back office under 草稿箱 (Drafts), see what it objects to, change it here and have it reviewed again.',
  },
  '53504': {
    what: 'This draft can only be published in the back office.',
    todo: 'Open 草稿箱 (Drafts) there and publish it by hand, then say here that it is published.',
  },
  '53505': {
    what: 'The draft has to be saved once in the back office before it can be published.',
    todo: 'Open it under 草稿箱 (Drafts), save it, then try the platform once more.',
  },
  '89503': {
    what: 'An administrator of the account has to confirm this machine.',
    todo: 'They confirm it on their phone; then try once more. In the back office, look at 设置与开发 › 安全中心 (Security).',
  },
  over_budget: {
    what: 'What was planned before it takes all of the account’s mass sends for this period. It was not handed to the platform.',
    todo: 'Plan it without telling followers, or for a later period, and have it reviewed again.',
  },
  publish_refused: {
    what: 'The platform’s check refused the article.',
    todo: 'In the back office, 发表记录 (Published) and the notices name the reason. Change the text and have it reviewed again.',
  },
  publish_failed: {
    what: 'The platform could not publish it.',
    todo: 'Try the platform once more. If it fails again, look at 发表记录 (Published) in the back office.',
  },
  publish_gone: {
    what: 'The article was deleted or blocked on the platform.',
    todo: 'In the back office, 发表记录 (Published) and the notices say by whom.',
  },
  send_failed: {
    what: 'The mass send failed.',
    todo: 'In the back office, 发表记录 (Published) shows the send and its reason. Then try the platform once more.',
  },
  send_deleted: {
    what: 'The mass send was deleted on the platform.',
    todo: 'In the back office, 发表记录 (Published) shows when.',
  },
  no_cover: {
    what: 'There was no cover, or no text in the language that goes to the platform.',
    todo: 'Add it and have it reviewed again.',
  },
  no_account: {
    what: 'This line has no Official Account.',
    todo: 'Publish it on the web and in the chat only, or ask whoever runs this line to set one up.',
  },
  no_answer: {
    what: 'The platform did not answer.',
    todo: 'Whether it has the article can only be seen there: 发表记录 (Published) in the back office.',
  },
  no_job: {
    what: 'The platform’s name for the job is not known.',
    todo: 'Look whether the article is there: 发表记录 (Published) in the back office.',
  },
  storage: {
    what: 'The line’s own store could not be read.',
    todo: 'Tell whoever runs this line, then try once more.',
  },
};

export const reason = {
  unknown: 'The platform gave a reason that this page does not know.',
  code: 'The platform’s code: {{code}}',
  word: 'The reason as it was noted: {{word}}',
};
