import { useTranslation } from 'react-i18next';
import type { FormField } from '../../forms/form-field.js';
import type { Startable } from './startable.js';

/** What is asked before a case of each process begins. */
const asked = {
  boligtildeling: ['mottattOn', 'bosituasjon', 'behov', 'onsker', 'manglerSted'],
  'midlertidig-botilbud': [],
  akuttovernatting: [],
  boligbytte: ['mottattOn', 'onske'],
  'housing-first-inntak': ['mottattOn', 'onske'],
  tjenestevedtak: ['innflyttetOn'],
  'housing-first-tjenester': ['mottattOn'],
  boligkarriere: ['innflyttetOn'],
} as const satisfies Readonly<Record<Startable, readonly string[]>>;

type Asked = (typeof asked)[Startable][number];

const kinds: Readonly<Record<Asked, FormField['kind']>> = {
  mottattOn: 'date',
  innflyttetOn: 'date',
  bosituasjon: 'textarea',
  behov: 'textarea',
  onsker: 'textarea',
  onske: 'textarea',
  manglerSted: 'check',
};
const optional: readonly Asked[] = ['onsker', 'manglerSted'];
// Who begins their own case is heard today, whatever they say.
const saidByOthers: readonly Asked[] = ['mottattOn'];

/** The fields of the form that begins a case of `process`, about oneself or about somebody else. */
export function useStartFields(process: Startable, isOwn: boolean): readonly FormField[] {
  const { t } = useTranslation();
  const names: readonly Asked[] = asked[process];
  return names
    .filter((name) => !isOwn || !saidByOthers.includes(name))
    .map((name) => ({
      name,
      label: t(`start.field.${isOwn && name === 'onske' ? 'ownOnske' : name}`),
      kind: kinds[name],
      required: !optional.includes(name),
      choices: [],
      ...(kinds[name] === 'textarea' ? { maxLength: 4000 } : {}),
    }));
}
