import type { IncomingDocumentView } from '@contract/incoming-document.contract.js';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../../forms/form-field.js';

const senders = ['party', 'person', 'institution'] as const;
const types = ['opplysninger', 'erklaering', 'okonomi', 'uttalelse', 'fullmakt', 'rettslig', 'annet'] as const;
const ways = ['post', 'e-post', 'levert'] as const;
const exemptions = ['taushetsplikt', 'innhentet', 'lovbrudd', 'forhandling'] as const;

const asked = { required: true, choices: [] } as const;

/** What is asked of a document that has come in. */
export function useDocumentFields(hasParty: boolean): readonly FormField[] {
  const { t } = useTranslation();
  const from = senders.filter((kind) => hasParty || kind !== 'party');
  return [
    { ...asked, name: 'receivedOn', label: t('documents.receivedOn'), kind: 'date' },
    {
      ...{ name: 'senderKind', label: t('documents.senderKind'), kind: 'choice', required: true },
      choices: from.map((value) => ({ value, label: t(`documents.senders.${value}`) })),
    },
    {
      ...{ ...asked, name: 'senderName', label: t('documents.senderName'), kind: 'text', maxLength: 200 },
      askedAfter: [{ name: 'senderKind', values: ['person', 'institution'] }],
    },
    {
      ...{ name: 'documentType', label: t('documents.documentType'), kind: 'choice', required: true, asMenu: true },
      choices: types.map((value) => ({ value, label: t(`documents.types.${value}`) })),
    },
    {
      ...{ ...asked, name: 'title', label: t('documents.name'), kind: 'text', maxLength: 200 },
      description: t('documents.nameHint'),
    },
    {
      ...{ name: 'cameBy', label: t('documents.cameBy'), kind: 'choice', required: true },
      choices: ways.map((value) => ({ value, label: t(`documents.ways.${value}`) })),
    },
    {
      ...{ name: 'exemption', label: t('documents.exemption'), kind: 'choice', required: false, asMenu: true },
      description: t('documents.exemptionHint'),
      choices: exemptions.map((value) => ({ value, label: t(`documents.exemptions.${value}`) })),
    },
    {
      ...{ ...asked, name: 'keptAt', label: t('documents.keptAt'), kind: 'text', maxLength: 200 },
      description: t('documents.keptAtHint'),
    },
  ];
}

/** The same for what is wrong with an entry: what is right is asked for where it is right on this case at all. */
export function useCorrectionFields(hasParty: boolean): readonly FormField[] {
  const { t } = useTranslation();
  const fields = useDocumentFields(hasParty);
  return [
    {
      ...{ name: 'change', label: t('documents.change'), kind: 'choice', required: true },
      choices: (['corrected', 'void'] as const).map((value) => ({ value, label: t(`documents.changes.${value}`) })),
    },
    { ...asked, name: 'reason', label: t('documents.reason'), kind: 'textarea', maxLength: 1000 },
    ...fields.map((field) => ({
      ...field,
      askedAfter: [{ name: 'change', values: ['corrected'] }, ...(field.askedAfter ?? [])],
    })),
  ];
}

/** A number of the journal register as it is said. */
export const numberOf = ({
  journalaar,
  journalsekvensnummer,
}: Pick<IncomingDocumentView, 'journalaar' | 'journalsekvensnummer'>): string =>
  `${journalsekvensnummer}/${journalaar}`;
