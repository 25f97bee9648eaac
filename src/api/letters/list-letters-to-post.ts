import { wayToWholeCase } from '../../cases/access/may-read-case.js';
import { dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import { postByOn } from '../../cases/letters/days-in-post.js';
import type { LettersToPost } from '../../contract/letter.contract.js';
import type { LetterToPost } from '../../runtime/outgoing-post.js';
import type { RegisteredPerson } from '../../runtime/person-ports.js';
import type { CaseWithRelations } from '../../runtime/read-ports.js';
import type { LocalDate } from '../../shared/time.js';
import { casesShownBy } from '../access/shown.js';
import type { ApiPorts } from '../api-ports.js';
import type { RequestActor } from '../request-actor.js';

/** A letter that waits, with its case. */
export interface ShownToPost {
  readonly letter: LetterToPost;
  readonly found: CaseWithRelations;
}

/** The letters that `who` may lay in the post: those of cases that their unit has, all of them or those with these ids. */
export async function shownToPost(
  ports: Pick<ApiPorts, 'outgoingPost' | 'readLog'>,
  who: RequestActor,
  ids?: readonly string[],
): Promise<readonly ShownToPost[]> {
  const waiting = await ports.outgoingPost.waiting(who.tenant);
  const letters = ids === undefined ? waiting : waiting.filter(({ id }) => ids.includes(id));
  const cases = await casesShownBy(ports, who, {
    ...{ ids: [...new Set(letters.map(({ processInstanceId }) => processInstanceId))], part: 'letter' },
    wayTo: (found) => {
      const way = wayToWholeCase(who.actor, found);
      return way?.relation === 'unit' || way?.relation === 'task' ? way : undefined;
    },
  });
  const byId = new Map(cases.map((found) => [found.id, found]));
  return letters.flatMap((letter) => {
    const found = byId.get(letter.processInstanceId);
    return found === undefined ? [] : [{ letter, found }];
  });
}

/** What waits to be laid in the post, with the address that each letter goes to. */
export async function listLettersToPost(ports: ApiPorts, who: RequestActor): Promise<LettersToPost> {
  const [shown, today] = [await shownToPost(ports, who), dateInNorway(await ports.clock.now(who.tenant))];
  const subjects = [...new Set(shown.flatMap(({ found: { subject } }) => (subject === undefined ? [] : [subject])))];
  const registered = await Promise.all(subjects.map((subject) => ports.persons.person(who.tenant, subject)));
  const persons = new Map(registered.flatMap((person) => (person === undefined ? [] : [[person.id, person] as const])));
  return {
    items: shown.map(({ letter, found }) => ({
      ...{ id: letter.id, title: letter.title, recipient: letter.recipient, writtenAt: letter.at },
      ...{ caseId: found.id, caseTitle: found.title },
      ...lateness(postByOn(ports.deadlines, dateInNorway(letter.at)), today),
      ...addressOf(letter, found.subject === undefined ? undefined : persons.get(found.subject)),
    })),
  };
}

const lateness = (postBy: LocalDate, today: LocalDate) => ({ postBy, isLate: postBy < today });

type Address = Pick<LettersToPost['items'][number], 'address' | 'isProtected'>;

// It goes to the person, or to somebody who acts for them.
function addressOf({ to }: LetterToPost, person: RegisteredPerson | undefined): Address {
  if (person === undefined) return { address: null, isProtected: false };
  if (to === person.id) return { address: person.address ?? null, isProtected: person.protection !== 'none' };
  const other = person.representatives.find(({ id, actor }) => (actor ?? id) === to);
  return { address: other?.address ?? null, isProtected: false };
}
