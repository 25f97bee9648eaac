import type { CaseWorkParts } from '../../cases/case-work.js';
import type { Store } from '../../store/open-store.js';

/** What work on cases needs, from the store; files, mail and the public address are the process's own. */
export function caseWorkPartsOf(
  store: Store,
  given: Pick<CaseWorkParts, 'files' | 'mail' | 'channels' | 'publicUrl'>,
): CaseWorkParts {
  const { queries } = store;
  return {
    ...given,
    definitions: store.definitions,
    decisionBook: store.decisionBook,
    municipality: (of) => queries.municipality.name(of),
    notifications: store.notifications,
    deliveries: store.deliveries,
    preferences: store.preferences,
    persons: store.persons,
    absences: store.absences,
    attention: store.attention,
    incidents: store.incidents,
    keepers: store.keepers,
    meetings: store.meetings,
    clock: store.clock,
    ...lettersOf(store),
    ...waitsOf(store),
    decisions: store.caseDecisions,
    career: store.career,
    checkpoints: store.checkpoints,
    needsPictures: store.needsPictures,
    needs: store.needs,
    directory: store.people,
    homes: store.homes.reader,
    rents: store.homes.rents,
    reservations: store.homes.reservations,
    registers: store.homes.desk,
    identities: { ...store, buildings: store.homes.reader },
    cases: queries.cases,
    userTasks: queries.userTasks,
    calledCases: store.calledCases,
    timers: queries.timers,
  };
}

const lettersOf = ({
  letters,
  postedLetters,
  unpostedLetters,
  unopenedLetters,
}: Store): Pick<CaseWorkParts, 'letters' | 'postedLetters' | 'unpostedLetters' | 'unopenedLetters'> => ({
  letters,
  postedLetters,
  unpostedLetters,
  unopenedLetters,
});

const waitsOf = ({
  waitingList,
  longWaits,
  startPlan,
}: Store): Pick<CaseWorkParts, 'list' | 'longWaits' | 'startPlan'> => ({
  list: waitingList,
  longWaits,
  startPlan,
});
