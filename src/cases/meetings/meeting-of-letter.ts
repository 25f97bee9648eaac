import { isLocalDate } from '../../engine/index.js';
import type { MeetingKind, MeetingTime } from '../../runtime/meeting-ports.js';
import type { Json, JsonObject } from '../../shared/json.js';

/** A meeting that a letter invites to. */
export interface MeetingOfLetter {
  readonly kind: MeetingKind;
  readonly time: MeetingTime;
}

const kinds: readonly MeetingKind[] = ['medvirkning', 'visning', 'samarbeidsmote', 'beboermote'];
const usualMinutes = 60;

/**
 * The meeting that header `mote` of a letter says it invites to, at the time and place that the case knows: `motedato`, and where
 * somebody wrote them `moteklokke` (`17.30`) and `motested`. None where nobody meets: no day, or an answer in writing (`form`).
 */
export function meetingOfLetter(kind: string | undefined, variables: JsonObject): MeetingOfLetter | undefined {
  if (kind === undefined) return undefined;
  const known = kinds.find((one) => one === kind);
  if (known === undefined)
    throw new Error(`Expected header 'mote' to be one of ${kinds.join(', ')}, but it says '${kind}'`);

  const { motedato, moteklokke, motested, form } = variables;
  if (typeof motedato !== 'string' || !isLocalDate(motedato) || form === 'skriftlig') return undefined;
  const place = textOf(motested);
  const at = clockOf(moteklokke);
  return {
    kind: known,
    time: {
      on: motedato,
      minutes: usualMinutes,
      ...(at === undefined ? {} : { at }),
      ...(place === '' ? {} : { place }),
    },
  };
}

/** `HH:MM` of a time of day as people write it: `17`, `17.30`, `8:00`. */
function clockOf(value: Json | undefined): string | undefined {
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:[.:](\d\d))?$/.exec(textOf(value)) ?? [];
  return hour === '' || Number(hour) > 23 || Number(minute) > 59 ? undefined : `${hour.padStart(2, '0')}:${minute}`;
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value.trim() : '');
