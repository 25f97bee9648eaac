import type { HearingBook } from '../../runtime/hearing-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { CaseRow } from '../../runtime/read-ports.js';
import { findIdentifiers } from '../deidentification/find-identifiers.js';
import type { IdentifierKind, IdentityWords } from '../deidentification/finding.js';
import { knownIdentity } from '../deidentification/known-identity.js';
import type { IdentitySources } from '../deidentification/known-identity.js';
import { identityInText } from '../forms/refused-text.js';
import type { RefusedText } from '../forms/refused-text.js';

/** Where it is written who the case is about, and who else may be named. */
export interface TitleSources extends IdentitySources {
  readonly hearings: Pick<HearingBook, 'residentNames'>;
  readonly identityWords: IdentityWords;
}

/** What goes into the journal register, by the names of its fields. */
export interface RegisterTexts {
  readonly title: string;
  /** An institution that a document is from. */
  readonly institution?: string;
}

const none: ReadonlySet<string> = new Set();

// What an institution is called names a place or somebody long dead, and is no secret.
const ofInstitutions: readonly IdentifierKind[] = [
  'egennavn',
  'poststed',
  'enhet',
  'adresse',
  'initialer',
  'saksnummer',
];

/**
 * Every place in what the journal register is to show that can tell of a person: of the one whom the case is about, the family, the helpers,
 * whoever rents a home of the municipality, and of anybody else as the rules of deidentification say.
 */
export async function identityInTitle(
  sources: TitleSources,
  { tenant, found }: { readonly tenant: TenantId; readonly found: Pick<CaseRow, 'id' | 'subject'> },
  { title, institution = '' }: RegisterTexts,
): Promise<readonly RefusedText[]> {
  const of = found.subject === undefined ? {} : { subject: found.subject };
  const [known, residents] = await Promise.all([
    knownIdentity(sources, { tenant, processInstanceId: found.id, ...of }),
    sources.hearings.residentNames(tenant),
  ]);
  const names = { ...known, names: [...known.names, ...residents] };
  const { identityWords } = sources;
  // Hospitals and roads are called by first names that are nobody's here.
  const knownOnly = { ...identityWords, names: none, namesThatAreWords: none };
  return [
    ...identityInText('title', findIdentifiers(title, names, identityWords)),
    ...identityInText(
      'senderName',
      findIdentifiers(institution, names, knownOnly).filter(({ kind }) => !ofInstitutions.includes(kind)),
    ),
  ];
}
