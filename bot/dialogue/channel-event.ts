/**
 * What a chat message cannot say in plain text travels through the puppet as JSON of a ChannelEvent:
 * menu clicks, follow and unfollow, places, media, taps, and whatever the channel could not read.
 */
import type { Media, MenuKey } from './types.js';

export type ChannelEvent =
  | { readonly e: 'menu'; readonly key: MenuKey }
  | { readonly e: 'follow' | 'leave' | 'other' }
  | { readonly e: 'place'; readonly words: string; readonly lat: number; readonly lng: number }
  | { readonly e: 'file'; readonly media: Media; readonly ref: string; readonly transcript?: string }
  | { readonly e: 'tap'; readonly text: string; readonly tap: string };

/** The event as the text of a puppet message. */
export function encodeEvent(event: ChannelEvent): string {
  return JSON.stringify(event);
}

/** Reads what `encodeEvent` wrote; anything else is `other`, never an error. */
export function decodeEvent(text: string): ChannelEvent {
  try {
    const value: unknown = JSON.parse(text);
    if (isEvent(value)) return value;
  } catch {
    // not JSON: somebody else's message
  }
  return { e: 'other' };
}

const menuKeys: readonly unknown[] = ['report', 'check', 'learn'] satisfies MenuKey[];
const mediaKinds: readonly unknown[] = ['image', 'voice', 'video'] satisfies Media[];

function isEvent(value: unknown): value is ChannelEvent {
  if (typeof value !== 'object' || value === null) return false;
  const v = value as Readonly<Record<string, unknown>>;
  switch (v['e']) {
    case 'follow':
    case 'leave':
    case 'other':
      return true;
    case 'menu':
      return menuKeys.includes(v['key']);
    case 'place':
      return typeof v['words'] === 'string' && Number.isFinite(v['lat']) && Number.isFinite(v['lng']);
    case 'file':
      return mediaKinds.includes(v['media']) && typeof v['ref'] === 'string';
    case 'tap':
      return typeof v['text'] === 'string' && typeof v['tap'] === 'string';
    default:
      return false;
  }
}
