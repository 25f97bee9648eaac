import { relationToLetter } from '../../cases/access/may-read-letter.js';
import type { ReaderRelation } from '../../cases/access/may-read-person.js';
import type { SentLetter } from '../../runtime/case-ports.js';
import type { CaseWithRelations } from '../../runtime/read-ports.js';
import { actsFor } from '../access/acts-for.js';
import { caseShownBy } from '../access/shown.js';
import type { ApiPorts } from '../api-ports.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';

/** A letter that is shown to somebody. */
export interface ShownLetter {
  readonly letter: SentLetter;
  /** Whether it is shown to whom it is for: the person, or who acts for them. */
  readonly isRecipient: boolean;
}

/** The letter, if `who` may read it; that it is shown to somebody else is written down first. Otherwise 404. */
export const letterShownTo = (ports: ApiPorts, who: RequestActor, id: string): Promise<ShownLetter> =>
  shown(ports, who, { id, isOpen: () => true });

/** The letter, if it is for `who`, or for somebody for whom they act now; 404 for everybody else, staff too. */
export const letterTo = async (ports: ApiPorts, who: RequestActor, id: string): Promise<SentLetter> =>
  (await shown(ports, who, { id, isOpen: isOfRecipient })).letter;

const isOfRecipient = ({ relation }: ReaderRelation): boolean => relation === 'own' || relation === 'shared';

interface Wanted {
  readonly id: string;
  readonly isOpen: (relation: ReaderRelation) => boolean;
}

async function shown(ports: ApiPorts, who: RequestActor, { id, isOpen }: Wanted): Promise<ShownLetter> {
  const letter = await ports.letters.find(who.tenant, id);
  if (letter === undefined) throw problem('not-found');
  const { processInstanceId, to } = letter;
  const known = await ports.cases.find(who.tenant, processInstanceId);
  const isShared = known?.subject !== undefined && (await actsFor(ports, who, known.subject));
  const wayTo = (found: CaseWithRelations) => {
    const relation = relationToLetter(who.actor, found, { to, isShared });
    return relation !== undefined && isOpen(relation) ? relation : undefined;
  };
  const found = await caseShownBy(ports, who, { id: processInstanceId, part: 'letter', wayTo });
  const relation = wayTo(found);
  return { letter, isRecipient: relation !== undefined && isOfRecipient(relation) };
}
