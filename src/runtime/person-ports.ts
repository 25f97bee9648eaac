import type { Id } from '../shared/id.js';
import type { LocalDate } from '../shared/time.js';
import type { NoticeLanguage } from './notice-ports.js';
import type { TenantId } from './ports.js';

/** What can change about a person. Never health data. */
export interface PersonDetails {
  readonly name: string;
  readonly bornOn?: LocalDate;
  /** What letters are written in. */
  readonly language: NoticeLanguage;
  readonly channel: 'digital' | 'paper';
  /** `fortrolig` is kode 7, `strengt-fortrolig` kode 6: with either, no e-mail, telephone or address is kept. */
  readonly protection: 'none' | 'fortrolig' | 'strengt-fortrolig';
  readonly email?: string;
  readonly phone?: string;
  readonly address?: string;
}

/** Who acts for a person (`fullmektig`, forvaltningsloven § 12) or helps them (`stottespiller`). */
export interface Representative {
  readonly id: string;
  readonly kind: 'fullmektig' | 'stottespiller';
  readonly name: string;
  /** Who that is at login; absent where they have none. */
  readonly actor?: Id<'Actor'>;
  readonly organisation?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly address?: string;
  readonly fromOn: LocalDate;
  /** The last day; absent: until it is ended. */
  readonly toOn?: LocalDate;
}

/** A person as the municipality knows them. Whoever logs in has the same id as an actor. */
export interface RegisteredPerson extends PersonDetails {
  readonly id: Id<'Actor'>;
  /** Counts the changes, those of the representatives too, from 1. */
  readonly revision: number;
  /** Everybody who ever was one, in the order in which they began. */
  readonly representatives: readonly Representative[];
}

/** A person on a list of those whom a name fits. */
export type FoundPerson = Pick<RegisteredPerson, 'id' | 'name' | 'bornOn'>;

/** Who changes what they have seen in which revision. */
export interface SeenRevision {
  readonly id: string;
  readonly revision: number;
  readonly by: Id<'Actor'>;
}

/** Why a register did not change: it is not there, was changed by somebody else, or names a person who is not there. */
export type RegisterRefusal = 'not-found' | 'stale-revision' | 'unknown-person';

/** The people of a municipality. Registering is safe to repeat; a change is refused unless its revision is the present one. */
export interface PersonRegister {
  /** Answers false where the id was taken before, by whatever data; nothing is changed then. */
  register(tenant: TenantId, person: PersonDetails & { readonly id: Id<'Actor'> }, by: Id<'Actor'>): Promise<boolean>;
  person(tenant: TenantId, id: Id<'Actor'>): Promise<RegisteredPerson | undefined>;
  /** At most 50 whose name contains the words, whatever the case of the letters; never one with a protected address. */
  named(tenant: TenantId, words: string): Promise<readonly FoundPerson[]>;
  /** Those for whom somebody acts (`fullmektig`) on this day, by id. */
  represented(tenant: TenantId, actor: Id<'Actor'>, on: LocalDate): Promise<readonly Id<'Actor'>[]>;
  change(tenant: TenantId, seen: SeenRevision, details: PersonDetails): Promise<RegisterRefusal | undefined>;
  appoint(tenant: TenantId, seen: SeenRevision, representative: Representative): Promise<RegisterRefusal | undefined>;
  /** `toOn` becomes the last day of a representative. */
  dismiss(
    tenant: TenantId,
    seen: SeenRevision,
    ended: { readonly id: string; readonly toOn: LocalDate },
  ): Promise<RegisterRefusal | undefined>;
}

/** Whether somebody is a representative on this day. */
export const isCurrent = ({ fromOn, toOn }: Pick<Representative, 'fromOn' | 'toOn'>, on: LocalDate): boolean =>
  fromOn <= on && (toOn === undefined || on <= toOn);
