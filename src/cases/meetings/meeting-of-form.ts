import { z } from 'zod';
import type { MeetingKind } from '../../runtime/meeting-ports.js';
import type { JsonObject } from '../../shared/json.js';

/** A meeting that is arranged in a task: its kind, and the groups that are invited beside the person whom the case is about. */
export interface MeetingOfForm {
  readonly kind: MeetingKind;
  readonly invite: readonly string[];
}

const schema = z.object({
  'x-meeting': z.object({ kind: z.enum(['medvirkning', 'visning', 'samarbeidsmote']), invite: z.array(z.string()) }),
});

/** What a form says of the meeting that its task is about (`x-meeting`); undefined where it is about none. */
export function meetingOfForm(form: JsonObject | undefined): MeetingOfForm | undefined {
  return schema.safeParse(form).data?.['x-meeting'];
}
