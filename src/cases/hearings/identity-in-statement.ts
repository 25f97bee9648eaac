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

/** A text of a hearing, and the project that it is about. */
export interface StatementText {
  readonly tenant: TenantId;
  readonly project: Pick<CaseRow, 'id' | 'title'>;
  readonly text: string;
}

// What the project is called is no secret, but nobody's name is free for being in a title.
const placeKinds: readonly IdentifierKind[] = ['adresse', 'poststed', 'egennavn'];

/**
 * Every place in a statement that can tell of somebody: of whoever rents a home of the municipality by name, in any spelling of capitals,
 * and of anybody else as the rules of deidentification say. The place that the project is called by does not count.
 */
export async function identityInStatement(
  sources: StatementSources,
  { tenant, project, text }: StatementText,
): Promise<readonly Finding[]> {
  const [houses, names] = await Promise.all([
    knownIdentity(sources, { tenant, processInstanceId: project.id }),
    sources.hearings.residentNames(tenant),
  ]);
  const title = new Set([project.title, ...project.title.split(/[^\p{L}\d]+/u)].map((word) => word.toLowerCase()));
  const found = findIdentifiers(text, { ...houses, names }, sources.identityWords);
  return found.filter(
    ({ kind, from, to }) => !(placeKinds.includes(kind) && title.has(text.slice(from, to).toLowerCase())),
  );
}
