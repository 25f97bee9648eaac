import type { LocalDate } from '../../shared/time.js';

/** What in a text can tell who it is about. */
export type IdentifierKind =
  | 'fodselsnummer'
  | 'epost'
  | 'telefon'
  | 'fodselsdato'
  | 'dato'
  | 'saksnummer'
  | 'nummer'
  | 'adresse'
  | 'poststed'
  | 'enhet'
  | 'navn'
  | 'egennavn'
  | 'initialer';

/** A place in a text that can tell who it is about; never the words themselves, which are what must not spread. */
export interface Finding {
  readonly kind: IdentifierKind;
  /** Where it begins, in UTF-16 units from 0. */
  readonly from: number;
  /** Where it has ended. */
  readonly to: number;
}

/** What is known of the person, the family and the helpers; all of it may be empty. */
export interface KnownIdentity {
  readonly names: readonly string[];
  readonly bornOn: readonly LocalDate[];
  /** E-mail, telephone and street addresses, as they are registered. */
  readonly contacts: readonly string[];
  /** Ids of the case and of the persons. */
  readonly ids: readonly string[];
  /** Names and addresses of houses and units. */
  readonly units: readonly string[];
}

/** Nobody in particular: only what would tell of anybody. */
export const nobodyKnown: KnownIdentity = { names: [], bornOn: [], contacts: [], ids: [], units: [] };

/** The language that the search needs, as data (workflows/avidentifisering.json); all of it in small letters. */
export interface IdentityWords {
  /** Common first names, and some family names, that are no other word. */
  readonly names: ReadonlySet<string>;
  /** Names that are ordinary words too: Bo, Stein, Liv, Berg. */
  readonly namesThatAreWords: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  /** Words with a capital letter that tell nothing of anybody. */
  readonly allowed: ReadonlySet<string>;
  /** Words that end like a street and are none. */
  readonly roadWords: ReadonlySet<string>;
  /** What people do, among others: after a name that is a word, it makes it a name. */
  readonly personVerbs: ReadonlySet<string>;
  /** What only people do: before it, an unknown word is a name. */
  readonly onlyPersonVerbs: ReadonlySet<string>;
}
