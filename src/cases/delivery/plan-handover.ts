import type { RecentMessages, WaitingMessage } from '../../runtime/notice-ports.js';
import type { Instant } from '../../shared/time.js';
import type { DeliveryRules } from '../notifications/delivery-rules.js';

/** What is done with messages whose time has come: handed over, made one, or left to wait for the end of a storm. */
export type HandoverStep =
  | { readonly step: 'hand'; readonly messages: readonly WaitingMessage[] }
  | { readonly step: 'merge'; readonly messages: readonly WaitingMessage[] }
  | { readonly step: 'hold'; readonly messages: readonly WaitingMessage[]; readonly until: Instant };

/**
 * Plans what one person is handed now. More than the limit within the window become one message; once that has happened, or the limit
 * is used up, the rest waits until the window is over, and is one message then.
 */
export function planHandover(
  waiting: readonly WaitingMessage[],
  recent: RecentMessages | undefined,
  { limit, minutes }: DeliveryRules['storm'],
): readonly HandoverStep[] {
  // A calendar reads no line of a summary: an invitation goes by itself.
  const disturbing = waiting.filter(
    ({ channel, kind }) => channel !== 'inbox' && kind !== 'summary' && kind !== 'meeting',
  );
  const free = waiting.filter((message) => !disturbing.includes(message));
  const joining = disturbing.filter(({ joinsSummary }) => joinsSummary);
  // A summary of one line is that message.
  const [lines, single] = joining.length > 1 ? [joining, without(disturbing, joining)] : [[], disturbing];
  const left = recent === undefined ? limit : recent.hasSummary ? 0 : limit - recent.count;

  if (single.length === 0 || single.length <= left) return steps([...free, ...single], lines);
  if (left > 0) return steps(free, [...lines, ...single]);
  const until = addMinutes(recent?.firstAt ?? '', minutes);
  return [...steps(free, lines), { step: 'hold', messages: single, until }];
}

function steps(handed: readonly WaitingMessage[], merged: readonly WaitingMessage[]): readonly HandoverStep[] {
  return [
    ...(handed.length === 0 ? [] : [{ step: 'hand', messages: handed } as const]),
    ...byChannel(merged).map((messages) => ({ step: 'merge', messages }) as const),
  ];
}

// An SMS and an e-mail cannot be one message.
const byChannel = (messages: readonly WaitingMessage[]): readonly (readonly WaitingMessage[])[] => {
  const channels = [...new Set(messages.map(({ channel }) => channel))];
  return channels.map((channel) => messages.filter((message) => message.channel === channel));
};

const without = (all: readonly WaitingMessage[], some: readonly WaitingMessage[]): readonly WaitingMessage[] =>
  all.filter((message) => !some.includes(message));

const addMinutes = (at: Instant, minutes: number): Instant => new Date(Date.parse(at) + minutes * 60_000).toISOString();
