import { findIdentifiers } from '../deidentification/find-identifiers.js';
import type { Finding, IdentifierKind, IdentityWords, KnownIdentity } from '../deidentification/finding.js';
import { findSobrietyDemands } from '../housing-first/find-sobriety-demands.js';
import type { JsonObject } from '../../shared/json.js';
import type { FieldProblem } from './check-form.js';
import type { FormSchema, TextRule } from './form-schema.js';

/** A place in a field that may not be written there: where it is and what it is, never what it says. */
export interface RefusedText extends FieldProblem {
  readonly code: string;
  /** In UTF-16 units from 0. */
  readonly from: number;
  readonly to: number;
}

const kindText: Readonly<Record<IdentifierKind, string>> = {
  fodselsnummer: 'et fødselsnummer',
  epost: 'en e-postadresse',
  telefon: 'et telefonnummer',
  fodselsdato: 'en fødselsdato',
  dato: 'en hel dato',
  saksnummer: 'et saksnummer',
  nummer: 'et langt nummer',
  adresse: 'en adresse',
  poststed: 'et sted',
  enhet: 'navnet på et hus eller en enhet',
  navn: 'et navn',
  egennavn: 'et navn på noen eller noe',
  initialer: 'initialer',
};

/** Whether any answer stands in a field of this rule. */
export const hasTextUnder = (form: FormSchema, rule: TextRule, values: JsonObject): boolean =>
  textsUnder(form, rule, values).length > 0;

/** Everything in the answers that can tell who they are about, in the fields that may not (`"x-free-of": ["identity"]`). */
export function identityInForm(
  form: FormSchema,
  values: JsonObject,
  ask: { readonly known: KnownIdentity; readonly words: IdentityWords },
) {
  return textsUnder(form, 'identity', values).flatMap(([path, text]) =>
    identityInText(path, findIdentifiers(text, ask.known, ask.words)),
  );
}

/** The same for one text, by the name of its field. */
export const identityInText = (path: string, found: readonly Finding[]): readonly RefusedText[] =>
  found.map(({ kind, from, to }) => ({
    ...{ path, from, to, code: kind },
    message: `Tegn ${from + 1}–${to} ser ut som ${kindText[kind]}.`,
  }));

/** Every sentence that asks for abstinence or treatment, in the fields that may not (`"x-free-of": ["sobriety"]`). */
export function sobrietyInForm(form: FormSchema, values: JsonObject): readonly RefusedText[] {
  return textsUnder(form, 'sobriety', values).flatMap(([path, text]) =>
    findSobrietyDemands(text).map(({ from, to }) => ({
      ...{ path, from, to, code: 'sobriety' },
      message: `Tegn ${from + 1}–${to}: Rusfrihet og behandling er aldri et vilkår i Housing First.`,
    })),
  );
}

function textsUnder(form: FormSchema, rule: TextRule, values: JsonObject): readonly (readonly [string, string])[] {
  return [...form.fields].flatMap(([name, field]) => {
    const value = values[name];
    return field.freeOf.includes(rule) && typeof value === 'string' ? [[name, value] as const] : [];
  });
}
