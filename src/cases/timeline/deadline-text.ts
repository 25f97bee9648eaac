import { localDateOf, norwegianDate, pauseLaws, type ProcessEvent } from '../../engine/index.js';
import type { Id } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';
import { clockInNorway } from '../deadlines/date-in-norway.js';
import { withoutStop } from '../without-stop.js';

interface Names {
  readonly nodeName: string;
  readonly nameOf: (actor: Id<'Actor'>) => string;
}

/** What somebody did to the date of a deadline or to the time of an alarm, with the reason and the new date, in words for people. */
export function deadlineText(event: ProcessEvent, { nodeName, nameOf }: Names): string | undefined {
  switch (event.type) {
    case 'DeadlinePaused': {
      const { from, to, ground, reason } = event.pause;
      const until = to === undefined ? '' : ` til ${norwegianDate(to)}`;
      return `${nameOf(event.by)} stoppet klokka for «${nodeName}» fra ${norwegianDate(from)}${until}: ${reason} (${pauseLaws[ground]}).${to === undefined ? '' : newDate(event.deadline.dueOn)}`;
    }
    case 'DeadlineResumed':
      return `${nameOf(event.by)} lot klokka for «${nodeName}» gå videre fra ${norwegianDate(event.on)}.${newDate(event.deadline.dueOn)}`;
    case 'DeadlineExtended':
      return `${nameOf(event.by)} forlenget fristen for «${nodeName}»: ${withoutStop(event.extension.reason)}.${newDate(event.deadline.dueOn)}`;
    case 'TimerChanged':
      return `${nameOf(event.by)} flyttet tidspunktet for «${nodeName}» fra ${norwegianTime(event.before)} til ${norwegianTime(event.dueAt)}: ${withoutStop(event.reason)}.`;
    default:
      return undefined;
  }
}

const newDate = (on: string): string => ` Ny frist: ${norwegianDate(on)}.`;

const norwegianTime = (at: Instant): string => `${norwegianDate(localDateOf(at))} klokka ${clockInNorway(at)}`;
