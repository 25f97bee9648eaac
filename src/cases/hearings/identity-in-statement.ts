import type { HearingBook } from '../../runtime/hearing-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { CaseRow } from '../../runtime/read-ports.js';
import { findIdentifiers } from '../deidentification/find-identifiers.js';
import type { Finding, IdentifierKind, IdentityWords } from '../deidentification/finding.js';
import { knownIdentity } from '../deidentification/known-identity.js';
import type { IdentitySources } from '../deidentification/known-identity.js';

/** Where it is written who lives here. */
export interface StatementSources extends IdentitySources {
  readonly hearings: Pick<HearingBook, 'residentNames'>;
  readonly identityWords: IdentityWords;
}

/** The project that a hearing is about. */
export interface HeardProject {
  readonly tenant: TenantId;
  readonly project: Pick<CaseRow, 'id' | 'title'>;
}

// What the project is called is no secret, but nobody's name is free for being in a title.
const placeKinds: readonly IdentifierKind[] = ['adresse', 'poststed', 'egennavn'];

/**
 * Finds every place in a statement of the hearing that can tell of somebody: of whoever rents a home of the municipality by name, in any
 * spelling of capitals, and of anybody else as the rules of deidentification say. The place that the project is called by does not count.
 */
export async function identityFinder(
  sources: StatementSources,
  { tenant, project }: HeardProject,
): Promise<(text: string) => readonly Finding[]> {
  const [houses, names] = await Promise.all([
    knownIdentity(sources, { tenant, processInstanceId: project.id }),
    sources.hearings.residentNames(tenant),
  ]);
  const title = new Set([project.title, ...project.title.split(/[^\p{L}\d]+/u)].map((word) => word.toLowerCase()));
  return (text) =>
    findIdentifiers(text, { ...houses, names }, sources.identityWords).filter(
      ({ kind, from, to }) => !(placeKinds.includes(kind) && title.has(text.slice(from, to).toLowerCase())),
    );
}
