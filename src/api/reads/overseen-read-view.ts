import { groupName } from '../../cases/access/group-names.js';
import type { ReadWords } from '../../cases/access/read-words.js';
import { whyInWords } from '../../cases/access/reads-in-words.js';
import type { OverseenReadView } from '../../contract/read.contract.js';
import type { OverseenRead } from '../../runtime/read-log-ports.js';

/** A read for whoever looks after reads: who, whom about and why, not what stood there. */
export function overseenReadView(row: OverseenRead, words: ReadWords): OverseenReadView {
  const { id, at, person, personName, actor, readerName, role, relation, shown, isProtected } = row;
  return {
    ...{ id, at, unit: groupName(role) },
    person: isProtected ? null : { id: person, name: personName },
    reader: { id: actor, name: readerName },
    what: words.parts[shown].other,
    why: whyInWords({ role, relation }, words, 'other'),
    isEmergency: relation === 'emergency',
  };
}
