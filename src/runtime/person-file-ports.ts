import type { Id } from '../shared/id.js';
import type { FoundPerson, PersonDetails, RegisteredPerson } from './person-ports.js';
import type { TenantId } from './ports.js';

/** Who is registered of those that a file speaks of, while no other file is read in. */
export interface KnownPersons {
  /** Those that the file names by id; those with a protected address too. */
  readonly byId: ReadonlyMap<string, RegisteredPerson>;
  /** Those with the same name and day of birth as somebody in the file; never one with a protected address. */
  readonly namesakes: readonly FoundPerson[];
}

/** What a file does to the register. */
export interface PersonFileChanges {
  readonly entered: readonly (PersonDetails & { readonly id: Id<'Actor'> })[];
  readonly changed: readonly (PersonDetails & { readonly id: Id<'Actor'> })[];
}

/** What a file speaks of, and who reads it in. */
export interface PersonFileRequest {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly by: Id<'Actor'>;
}

/** The register of persons as a whole, for files. */
export interface PersonFiles {
  /** The ids of everybody whose address is not protected, by name. */
  everybody(tenant: TenantId): Promise<readonly Id<'Actor'>[]>;
  /**
   * Reads in a file in one transaction, one file at a time: `decide` is pure, and is called with those that it speaks of while nobody else can change
   * them. Answers what it answers, when it is committed; where it gives no changes, nothing is.
   */
  take<Decision extends { readonly changes?: PersonFileChanges }>(
    tenant: TenantId,
    request: PersonFileRequest,
    decide: (known: KnownPersons) => Decision,
  ): Promise<Decision>;
}
