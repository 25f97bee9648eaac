import { crisisHelpOn, type Contact } from '../../cases/crisis/crisis-help.js';
import { lengthText } from '../../cases/deadlines/length-text.js';
import type { LocalSettings } from '../../contract/rules.contract.js';
import type { DeadlineRegister, ProcessDefinition } from '../../engine/index.js';
import type { PlannedStart } from '../../runtime/start-plan-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { startsOf } from './starts-of.js';
import type { RuleWords } from './rules-view.js';

/** The processes in use, and when those that begin by the clock do so next. */
export interface BegunByClock {
  readonly processes: readonly ProcessDefinition[];
  readonly planned: readonly PlannedStart[];
}

/** What the municipality has chosen, from its files and from the processes in use. */
export function localSettings(
  {
    deliveryRules,
    needRules,
    crisis,
    deadlines,
  }: Pick<ApiPorts, 'deliveryRules' | 'needRules' | 'crisis' | 'deadlines'>,
  begun: BegunByClock,
  { words, today }: RuleWords,
): LocalSettings {
  const { open, byDay, byNight, afraid } = crisisHelpOn(crisis, today);
  const { attention, rounds, waits, quiet, digest, storm, incidents, leaders } = deliveryRules;
  const periodText = (period: string): string => lengthText({ period }, words);
  return {
    attention: begun.processes.flatMap(({ key, name, hint }) =>
      hint.attention === undefined ? [] : [{ process: key, name, every: periodText(hint.attention) }],
    ),
    attentionSteps: (['applicant', 'project', 'shared'] as const).map((family) => ({
      family,
      steps: [...attention[family]],
    })),
    roundSteps: [...rounds],
    waitSteps: [...waits],
    cadences: cadencesOf(begun),
    quiet: quiet === null ? null : { from: quiet.from, to: quiet.to, daysOff: quiet.daysOff },
    digestAt: digest.at,
    storm,
    stuck: { every: periodText(incidents.every), steps: [...incidents.ladder] },
    leaders: Object.entries(leaders).map(([unit, leader]) => ({ unit, leader })),
    smallestCell: needRules.smallestCell,
    homeTypes: needRules.homeTypes.map(({ name }) => name),
    crisis: { ...open, byDay: numbersOf(byDay), byNight: numbersOf(byNight), afraid: numbersOf(afraid) },
    closedDays: closedDaysOf(deadlines),
  };
}

const cadencesOf = ({ processes, planned }: BegunByClock): LocalSettings['cadences'] =>
  processes.flatMap((process) =>
    startsOf(process)
      .filter(({ kind }) => kind === 'timer')
      .map(({ startEvent, text }) => {
        const { key, name } = process;
        const next = planned.find((one) => one.processKey === key && one.startEvent === startEvent);
        return { process: key, name, text, nextAt: next?.dueAt ?? null };
      }),
  );

const numbersOf = (contacts: readonly Contact[]): LocalSettings['crisis']['byDay'] =>
  contacts.map(({ name, phone }) => ({ name, phone }));

// Every local rule has the same calendar: the municipality's.
function closedDaysOf(deadlines: DeadlineRegister): LocalSettings['closedDays'] {
  const calendar = deadlines.find((rule) => rule.calendar !== undefined)?.calendar;
  return (calendar?.closedDays ?? []).map((day) =>
    'on' in day
      ? { when: day.on, everyYear: false, name: day.name }
      : { when: day.everyYear, everyYear: true, name: day.name },
  );
}
