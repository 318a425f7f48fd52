/**
 * An Official Account as a wechaty puppet. It knows people by their handle only, and keeps nothing: what was said
 * lives in the turn's slot, which AsyncLocalStorage carries through wechaty and back.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { type payloads, Puppet, throwUnsupportedError, types } from 'wechaty-puppet';
import { encodeEvent } from '../dialogue/channel-event.js';
import { type Who } from '../dialogue/types.js';
import { type Said } from './inbound.js';

/** One thing a person did, on its way to the bot. */
export interface Inbound {
  readonly id: string;
  readonly who: Who;
  /** seconds */
  readonly at: number;
  readonly said: Said;
}

/** What the bot says in a turn. */
export interface Outgoing {
  readonly text: string;
  /** for the reply slot of its own turn alone: never sent later, by another way */
  readonly secret: boolean;
}

/** `say` outside a turn, or a second time in one: a passive reply is one text to one message. */
export class NoSlotError extends Error {
  constructor() {
    super('nothing to answer: no turn is open, or it was answered');
    this.name = 'NoSlotError';
  }
}

interface Slot {
  readonly inbound: Inbound;
  secret: boolean;
  settle: ((answer: Outgoing | null) => void) | null;
}

const self = 'line';

export class OfficialAccountPuppet extends Puppet {
  readonly #slots = new AsyncLocalStorage<Slot>();

  /** Hands a message to the bot; resolves to what it says, or to null when its turn ends without a word. */
  receive(inbound: Inbound): Promise<Outgoing | null> {
    return new Promise((resolve, reject) => {
      const slot: Slot = { inbound, secret: false, settle: resolve };
      this.#slots.run(slot, () => {
        if (!this.emit('message', { messageId: inbound.id }))
          reject(new Error('the bot has not been started'));
      });
    });
  }

  /** Who speaks in the turn that this code runs in, or null outside one. */
  speaker(): Who | null {
    return this.#slots.getStore()?.inbound.who ?? null;
  }

  /** What is said in the turn that this code runs in is secret. */
  confide(): void {
    const slot = this.#slots.getStore();
    if (slot !== undefined) slot.secret = true;
  }

  /** Ends the turn that this code runs in, said or unsaid, and forgets its message and person. */
  ended(): void {
    const slot = this.#slots.getStore();
    if (slot === undefined) return;
    slot.settle?.(null);
    slot.settle = null;
    this.cache.message.delete(slot.inbound.id);
    this.cache.contact.delete(slot.inbound.who.handle);
  }

  override async messageSendText(_to: string, text: string): Promise<void> {
    const slot = this.#slots.getStore();
    if (!slot?.settle) throw new NoSlotError();
    slot.settle({ text, secret: slot.secret });
    slot.settle = null;
  }

  override async messageRawPayload(id: string): Promise<Inbound> {
    const inbound = this.#slots.getStore()?.inbound;
    if (inbound?.id !== id) throw new NoSlotError();
    return inbound;
  }

  override async messageRawPayloadParser({ id, who, at, said }: Inbound): Promise<payloads.Message> {
    const content =
      said.e === 'text'
        ? { type: types.Message.Text, text: said.text }
        : { type: types.Message.Unknown, text: encodeEvent(said) };
    return { id, talkerId: who.handle, listenerId: self, timestamp: at, ...content };
  }

  override async contactRawPayload(id: string): Promise<{ readonly id: string }> {
    return { id };
  }

  override async contactRawPayloadParser({ id }: { readonly id: string }): Promise<payloads.Contact> {
    const type = id === self ? types.Contact.Official : types.Contact.Individual;
    return { id, name: id, avatar: '', gender: types.ContactGender.Unknown, type, phone: [] };
  }

  override name(): string {
    return 'official-account';
  }
  override version(): string {
    return '1';
  }
  override async onStart(): Promise<void> {
    this.login(self);
    this.emit('ready', { data: self });
  }
  override async onStop(): Promise<void> {
    if (this.isLoggedIn) await this.logout();
  }
  override ding(data = ''): void {
    this.emit('dong', { data });
  }
  override async contactList(): Promise<string[]> {
    return [];
  }
  override async roomList(): Promise<string[]> {
    return [];
  }
}

/** What a puppet may do and an Official Account cannot: without these a call would find `undefined`. */
const unsupported = [
  ...['contactSelfName', 'contactSelfQRCode', 'contactSelfSignature', 'contactAlias', 'contactAvatar'],
  ...['contactPhone', 'contactCorporationRemark', 'contactDescription', 'conversationReadMark'],
  ...['messageContact', 'messageFile', 'messageImage', 'messageMiniProgram', 'messageUrl', 'messageLocation'],
  ...['messageForward', 'messageSendContact', 'messageSendFile', 'messageSendLocation', 'messageRecall'],
  ...['messageSendMiniProgram', 'messageSendPost', 'messageSendUrl'],
  ...[
    'roomAdd',
    'roomAvatar',
    'roomCreate',
    'roomDel',
    'roomQRCode',
    'roomQuit',
    'roomTopic',
    'roomAnnounce',
  ],
  ...['roomRawPayload', 'roomRawPayloadParser', 'roomMemberList', 'roomMemberRawPayload'],
  ...['roomMemberRawPayloadParser', 'roomInvitationAccept', 'roomInvitationRawPayload'],
  ...['roomInvitationRawPayloadParser', 'friendshipAccept', 'friendshipAdd', 'friendshipSearchPhone'],
  ...['friendshipSearchHandle', 'friendshipRawPayload', 'friendshipRawPayloadParser'],
  ...['tagContactAdd', 'tagContactDelete', 'tagContactList', 'tagContactRemove'],
  ...['postPublish', 'postSearch', 'postRawPayload', 'postRawPayloadParser', 'tap', 'tapSearch'],
];
for (const member of unsupported)
  Object.defineProperty(OfficialAccountPuppet.prototype, member, { value: throwUnsupportedError });
