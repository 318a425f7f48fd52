import { type Message, types } from 'wechaty';
import { decodeEvent } from '../dialogue/channel-event.js';
import { type Input } from '../dialogue/types.js';

/** What a message means: text as typed, anything else decoded from the event it carries. */
export function toInput(message: Message): Input {
  const head = { id: message.id, at: Math.floor(message.date().getTime() / 1000) };
  if (message.type() === types.Message.Text) return { ...head, t: 'text', text: message.text() };
  const event = decodeEvent(message.text());
  switch (event.e) {
    case 'tap':
      return { ...head, t: 'text', text: event.text, tap: event.tap };
    case 'menu':
      return { ...head, t: 'menu', key: event.key };
    case 'place':
      return { ...head, t: 'place', words: event.words, lat: event.lat, lng: event.lng };
    case 'file': {
      const { media, ref, transcript } = event;
      return { ...head, t: 'file', media, ref, ...(transcript === undefined ? {} : { transcript }) };
    }
    case 'follow':
    case 'leave':
    case 'other':
      return { ...head, t: event.e };
  }
}
