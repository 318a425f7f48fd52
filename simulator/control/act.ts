import { type WritableFields } from '../../wechat/xml.js';
import { type Act } from '../line/inbound.js';
import { fileUrl } from '../platform/addresses.js';
import { type MediaKind, type MediaStore } from '../state/media.js';
import { Refused } from '../http.js';
import { type Body, numberOf, textOf } from './body.js';

/** What the control API was told that a person does, as an act. @throws Refused 400, 413 with what is wrong */
export function actOf(body: Body, media: MediaStore, base: string): Act {
  const type = textOf(body, 'type');
  switch (type) {
    case 'text': {
      const menuId = body['bizmsgmenuid'];
      const content = textOf(body, 'content');
      return { type, content, ...(typeof menuId === 'string' ? { menuId } : {}) };
    }
    case 'image': {
      const kept = keep(body, 'image', media);
      return { type, mediaId: kept.id, picUrl: fileUrl(base, kept.id) };
    }
    case 'voice': {
      const kept = keep(body, 'voice', media);
      const recognition = body['recognition'];
      const said = typeof recognition === 'string' ? { recognition } : {};
      return { type, mediaId: kept.id, format: kept.extension, ...said };
    }
    case 'video':
    case 'shortvideo': {
      const kept = keep(body, 'video', media);
      return { type, mediaId: kept.id, thumbMediaId: kept.id };
    }
    case 'location': {
      const latitude = numberOf(body, 'latitude', 90);
      const longitude = numberOf(body, 'longitude', 180);
      return { type, latitude, longitude, label: optional(body, 'label') };
    }
    case 'link': {
      const url = textOf(body, 'content');
      return { type, url, title: optional(body, 'label') || url, description: '' };
    }
    case 'event':
      return { type, event: eventName(textOf(body, 'event')), fields: eventFields(body) };
    default:
      return { type: 'other', msgType: type, fields: fieldsOf(body) };
  }
}

function keep(
  body: Body,
  kind: MediaKind,
  media: MediaStore,
): { readonly id: string; readonly extension: string } {
  const base64 = textOf(body, 'base64').replace(/^data:[^,]*,/, '');
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length === 0) throw new Refused(400, 'request.invalid', 'base64 holds no bytes.');
  const kept = media.take(kind, bytes);
  if ('refused' in kept)
    throw new Refused(413, 'media.too_large', `The platform takes no ${kind} of that size.`);
  return kept;
}

const optional = (body: Body, name: string): string => {
  const value = body[name];
  return typeof value === 'string' ? value : '';
};

const names = ['subscribe', 'unsubscribe', 'SCAN', 'CLICK', 'VIEW', 'LOCATION'];

/** Event names have mixed case on the wire; whoever writes `click` means CLICK. */
const eventName = (event: string): string =>
  names.find((name) => name.toLowerCase() === event.toLowerCase()) ?? event;

/** The key and whatever else the caller wants in the event; a plain follow carries an empty key, as seen. */
function eventFields(body: Body): WritableFields {
  const key = optional(body, 'eventKey');
  return { EventKey: key, ...fieldsOf(body) };
}

/** `fields`: XML fields of kinds that have no names of their own here (pictures menus, pop-ups, files). */
function fieldsOf(body: Body): WritableFields {
  const fields = body['fields'];
  return typeof fields === 'object' && fields !== null ? (fields as WritableFields) : {};
}
