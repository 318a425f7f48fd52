import { describe, expect, test } from '@jest/globals';
import { OfficialAccountPuppet } from '../../../bot/official-account/puppet.js';
import { whoIs } from '../../support/people.js';

/** The abstract members of wechaty-puppet 1.21.3: the compiler does not demand them. */
const members = `
  onStart onStop ding
  contactSelfName contactSelfQRCode contactSelfSignature contactAlias contactAvatar contactPhone contactCorporationRemark
  contactDescription contactList contactRawPayload contactRawPayloadParser
  conversationReadMark messageContact messageFile messageImage messageMiniProgram messageUrl messageLocation messageForward
  messageSendContact messageSendFile messageSendLocation messageSendMiniProgram messageSendPost messageSendText messageSendUrl
  messageRecall messageRawPayload messageRawPayloadParser
  roomAdd roomAvatar roomCreate roomDel roomList roomQRCode roomQuit roomTopic roomRawPayload roomRawPayloadParser
  roomAnnounce roomMemberList roomMemberRawPayload roomMemberRawPayloadParser roomInvitationAccept
  roomInvitationRawPayload roomInvitationRawPayloadParser
  friendshipAccept friendshipAdd friendshipSearchPhone friendshipSearchHandle friendshipRawPayload
  friendshipRawPayloadParser
  tagContactAdd tagContactDelete tagContactList tagContactRemove
  postPublish postSearch postRawPayload postRawPayloadParser tap tapSearch`
  .trim()
  .split(/\s+/);
const supported = `onStart onStop ding contactList contactRawPayload contactRawPayloadParser messageSendText
  messageRawPayload messageRawPayloadParser roomList`.split(/\s+/);

describe('the puppet', () => {
  const puppet = new OfficialAccountPuppet();

  test('all 65 members are there', () => {
    expect(new Set(members).size).toBe(65);
    const own = Object.getOwnPropertyNames(OfficialAccountPuppet.prototype);
    expect(members.filter((name) => !own.includes(name))).toEqual([]);
  });

  test.each(members.filter((name) => !supported.includes(name)))('%s says that it is unsupported', (name) => {
    const call = (puppet as unknown as Record<string, () => unknown>)[name];
    expect(() => call?.call(puppet)).toThrow('Unsupported');
  });

  test('without a bot a message is not swallowed', async () => {
    const inbound = { id: '1', who: whoIs('oA'), at: 1, said: { e: 'follow' } } as const;
    await expect(puppet.receive(inbound)).rejects.toThrow('the bot has not been started');
  });

  test('what is said is secret only in the turn that confided it', async () => {
    const talking = new OfficialAccountPuppet();
    talking.on('message', ({ messageId }) => {
      if (messageId === '1') talking.confide();
      void talking.messageSendText('', 'said').then(() => {
        talking.ended();
      });
    });
    const hear = (id: string) => talking.receive({ id, who: whoIs('oA'), at: 1, said: { e: 'follow' } });
    expect(await Promise.all([hear('1'), hear('2')])).toEqual([
      { text: 'said', secret: true },
      { text: 'said', secret: false },
    ]);
    talking.confide(); // outside a turn it means nothing
    expect(await hear('3')).toEqual({ text: 'said', secret: false });
  });

  test('a payload cannot be read from outside of its turn', async () => {
    await expect(puppet.messageRawPayload('1')).rejects.toThrow('no turn is open');
  });
});
