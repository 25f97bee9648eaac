import { localDateOf } from '../../engine/index.js';
import type { ActorDirectory, Person } from '../../runtime/case-ports.js';
import type { Job } from '../../runtime/jobs/job-handler.js';
import type { NoticeLanguage, NoticePreferences } from '../../runtime/notice-ports.js';
import {
  isCurrent,
  type PersonRegister,
  type RegisteredPerson,
  type Representative,
} from '../../runtime/person-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { CaseRow } from '../../runtime/read-ports.js';
import { idOf } from '../../shared/id.js';

/** Where it is known whom a letter goes to. */
export interface AddressBooks {
  readonly directory: ActorDirectory;
  readonly persons: Pick<PersonRegister, 'person'>;
  readonly preferences: Pick<NoticePreferences, 'of'>;
}

/** Somebody a letter goes to. */
export interface LetterRecipient extends Person {
  /** Whether it goes by post: they have chosen paper, or we have no other way to them. */
  readonly byPost: boolean;
}

/** Whom a letter goes to, and what it is written in. */
export interface LetterRecipients {
  readonly people: readonly LetterRecipient[];
  /** Who acts for the person the letter is to; each of them gets it too (forvaltningsloven § 12). */
  readonly representatives: readonly LetterRecipient[];
  readonly language: NoticeLanguage;
}

/**
 * Whom the letter of a job goes to: the members of the group in header `til`, else the person the case is about and everybody who acts
 * for them on that day. Refuses where one of those cannot be reached at all: no letter leaves somebody out.
 */
export async function letterRecipients(
  books: AddressBooks,
  job: Job,
  row: CaseRow | undefined,
): Promise<LetterRecipients> {
  const group = job.headers['til'];
  if (group !== undefined)
    return {
      people: (await books.directory.membersOf(job.tenant, [group])).map(online),
      representatives: [],
      language: 'nb',
    };

  const subject = row?.subject;
  if (subject === undefined) return { people: [], representatives: [], language: 'nb' };

  const [actor, registered, preference] = await Promise.all([
    books.directory.person(job.tenant, subject),
    books.persons.person(job.tenant, subject),
    books.preferences.of(job.tenant, subject),
  ]);
  const person = actor ?? (registered && personOf(registered));
  return {
    people: person === undefined ? [] : [{ ...person, byPost: registered?.channel === 'paper' }],
    representatives: representativesOf(registered, job).map((one) => ({
      ...personOf(one),
      byPost: (one.actor ?? one.email ?? one.phone) === undefined,
    })),
    // What the person has chosen in the register counts; who has chosen nothing there may have chosen it for messages.
    language: registered === undefined || registered.language === 'nb' ? preference.language : registered.language,
  };
}

/** Who has got a letter of a case, with the address they have now: somebody who logs in, whom the case is about, or who acts for them. */
export async function recipientOf(
  { directory, persons }: Omit<AddressBooks, 'preferences'>,
  tenant: TenantId,
  { to, subject }: { readonly to: Person['id']; readonly subject: Person['id'] | undefined },
): Promise<Person | undefined> {
  const actor = await directory.person(tenant, to);
  if (actor !== undefined || subject === undefined) return actor;

  const registered = await persons.person(tenant, subject);
  if (registered === undefined || registered.id === to) return registered && personOf(registered);
  const other = registered.representatives.find((one) => personOf(one).id === to);
  return other && personOf(other);
}

const online = (person: Person): LetterRecipient => ({ ...person, byPost: false });

function representativesOf(registered: RegisteredPerson | undefined, { at, node }: Job): readonly Representative[] {
  const acting = (registered?.representatives ?? []).filter(
    (one) => one.kind === 'fullmektig' && isCurrent(one, localDateOf(at)),
  );
  const unreachable = acting.find(
    ({ actor, email, phone, address }) => (actor ?? email ?? phone ?? address) === undefined,
  );
  if (unreachable === undefined) return acting;
  throw new Error(
    `Expected every representative to get the letter of '${node}', but '${unreachable.name}' has no login, e-mail, telephone or address`,
  );
}

const personOf = ({
  id,
  actor,
  name,
  email,
  phone,
}: Pick<Representative, 'id' | 'actor' | 'name' | 'email' | 'phone'>): Person => ({
  id: actor ?? idOf<'Actor'>(id),
  name,
  groups: [],
  ...(email === undefined ? {} : { email }),
  ...(phone === undefined ? {} : { phone }),
});
