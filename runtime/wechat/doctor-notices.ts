/** The profile's notices beside the forms that the account has chosen. */
import type { Ability } from '../../wechat/capabilities.js';
import type { AccountCalls, Template } from '../../wechat/account.js';
import type { MiniProgramClient, OfficialAccountClient } from '../../wechat/client.js';
import { bad, good, pages, type Finding } from './finding.js';
import type { NoticeForm, WechatProfile } from './profile.js';

interface Parts {
  readonly profile: WechatProfile;
  readonly client: OfficialAccountClient;
  readonly miniProgram: MiniProgramClient | null;
}

/** `notices`: whether the Official Account may send any. That each value keeps its field's rule is proved with the profile. */
export async function* checkNotices(parts: Parts, notices: Ability): AsyncGenerator<Finding> {
  const of = (account: NoticeForm['account']): readonly NoticeForm[] =>
    parts.profile.notices.filter((form) => form.account === account);
  const [official, mini] = [of('officialAccount'), of('miniProgram')];
  if (official.length > 0 && notices.may !== 'yes')
    yield bad(
      'The account may send no notices; a certified service account may.',
      'Take officialAccount out of wechat.yaml, or use such an account.',
      pages.permissions,
    );
  else yield* compare(parts.client.account, official, pages.notices);
  if (mini.length > 0 && parts.miniProgram === null)
    yield bad(
      'The profile has notices of the mini-program, and none is set up.',
      'Set WECHAT_MP_APPID and the others, or take miniProgram out of wechat.yaml.',
      pages.miniBasics,
    );
  else if (parts.miniProgram !== null) yield* compare(parts.miniProgram.account, mini, pages.miniNotices);
}

async function* compare(
  account: AccountCalls,
  forms: readonly NoticeForm[],
  where: string,
): AsyncGenerator<Finding> {
  if (forms.length === 0) return;
  const chosen = await account.templates();
  for (const form of forms)
    yield finding(
      form,
      chosen.find(({ id }) => id === form.template),
      where,
    );
}

function finding(form: NoticeForm, template: Template | undefined, where: string): Finding {
  const name = `${form.kind} (${form.account})`;
  if (template === undefined)
    return bad(
      `The form of the notice ${name} is not among the account’s.`,
      'Choose one there and put its id into wechat.yaml.',
      where,
    );
  const given = Object.keys(form.fields);
  const missing = template.fields.filter((field) => !given.includes(field));
  const strange = given.filter((field) => !template.fields.includes(field));
  if (missing.length + strange.length === 0)
    return good(`The notice ${name} fits its form in both languages.`);
  const parts = [
    ...(missing.length > 0 ? [`lacks ${missing.join(', ')}`] : []),
    ...(strange.length > 0 ? [`has ${strange.join(', ')}, which the form has not`] : []),
  ];
  return bad(`The notice ${name} ${parts.join(' and ')}.`, 'Write the fields of the form.', where);
}
