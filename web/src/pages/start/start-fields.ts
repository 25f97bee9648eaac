import { useTranslation } from 'react-i18next';
import type { Choice, FormField } from '../../forms/form-field.js';
import { recordParts } from '../about-me/record-parts.js';
import { useReportChoices } from '../homes/report-choices.js';
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
  retting: ['mottattOn', 'rettingDel', 'rettingFeil', 'rettingRiktig'],
  sakskostnader: ['mottattOn', 'nyttVedtakMottattOn', 'utgifter'],
  vedlikehold: ['arbeid', 'beskrivelse', 'erFarlig'],
  flytteoppfordring: [],
  utkastelse: ['grunn', 'forfaltOn'],
  oppsigelse: [],
  flyttekjede: [],
  bomiljo: ['slag', 'beskrivelse', 'gjelder'],
  beboermote: [],
  tildelingsstans: [],
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
  arbeid: 'choice',
  slag: 'choice',
  gjelder: 'choice',
  beskrivelse: 'textarea',
  erFarlig: 'check',
  grunn: 'choice',
  forfaltOn: 'date',
  rettingDel: 'choice',
  rettingFeil: 'textarea',
  rettingRiktig: 'textarea',
  nyttVedtakMottattOn: 'date',
  utgifter: 'textarea',
};
const optional: readonly Asked[] = ['onsker', 'manglerSted', 'erFarlig', 'forfaltOn', 'rettingRiktig'];
// Who begins their own case is heard today, whatever they say.
const saidByOthers: readonly Asked[] = ['mottattOn'];
// The rent that is not paid has a day; noise has none.
const after: Readonly<Partial<Record<Asked, FormField['requiredAfter']>>> = {
  forfaltOn: [{ name: 'grunn', value: 'husleie' }],
};

function useChoices(): Readonly<Partial<Record<Asked, readonly Choice[]>>> {
  const { t } = useTranslation();
  const reports = useReportChoices();
  const reasons = ['husleie', 'oppforsel'] as const;
  const rettingDel = recordParts.map((value) => ({ value, label: t(`start.part.${value}`) }));
  return { ...reports, rettingDel, grunn: reasons.map((value) => ({ value, label: t(`start.reason.${value}`) })) };
}

/** The fields of the form that begins a case of `process`, about oneself or about somebody or something else. */
export function useStartFields(process: Startable, isOwn: boolean): readonly FormField[] {
  const { t } = useTranslation();
  const choices = useChoices();
  const names: readonly Asked[] = asked[process];
  return names
    .filter((name) => !isOwn || !saidByOthers.includes(name))
    .map((name) => ({
      name,
      label: t(`start.field.${isOwn && name === 'onske' ? 'ownOnske' : name}`),
      kind: kinds[name],
      required: !optional.includes(name),
      choices: choices[name] ?? [],
      ...(after[name] && { requiredAfter: after[name] }),
      ...(kinds[name] === 'textarea' ? { maxLength: 4000 } : {}),
    }));
}
