import type { DeadlineKnowledge } from '../../cases/deadlines/explained-deadline.js';
import type { ExplanationWords } from '../../cases/deadlines/explanation-texts.js';
import type { Actor } from '../../engine/index.js';
import type { Id } from '../../shared/id.js';
import type { ApiPorts } from '../api-ports.js';
import type { RequestActor } from '../request-actor.js';

/** Who reads. */
type Reader = Pick<RequestActor, 'tenant' | 'actor'>;

/** What views need beside the rows: what people are called, what time it is, which deadlines there are, in which language. */
export interface ViewContext extends DeadlineKnowledge {
  readonly reader: Actor;
  readonly nameOf: (id: Id<'Actor'>) => string;
}

/** Reads the clock and the names of the people in the rows. A person nobody knows is shown by id. */
export async function viewContext(
  ports: Pick<ApiPorts, 'people' | 'clock' | 'deadlines' | 'notices' | 'texts'>,
  who: Reader,
  ids: readonly (Id<'Actor'> | undefined)[],
): Promise<ViewContext> {
  const { tenant } = who;
  const wanted = [...new Set(ids)].filter((id) => id !== undefined);
  const [now, why, people] = await Promise.all([
    ports.clock.now(tenant),
    wordsFor(ports, who),
    Promise.all(wanted.map((id) => ports.people.person(tenant, id))),
  ]);
  const names = new Map(people.flatMap((person) => (person === undefined ? [] : [[person.id, person.name]])));
  return {
    now,
    why,
    reader: who.actor,
    deadlines: ports.deadlines,
    nameOf: (id) => names.get(id) ?? (id === 'system' ? 'Boligflyt' : id),
  };
}

/** The words of “hvorfor denne datoen” in the language that the reader has chosen. */
export async function wordsFor(
  { notices, texts }: Pick<ApiPorts, 'notices' | 'texts'>,
  { tenant, actor }: Reader,
): Promise<ExplanationWords> {
  const { language } = await notices.preferences.of(tenant, actor.id);
  return { texts: texts[language].hvorfor, language };
}
