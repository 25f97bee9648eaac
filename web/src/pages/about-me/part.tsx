import { routes } from '@contract/routes.contract.js';
import { Details } from '@digdir/designsystemet-react';
import { use } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/section.js';
import { CommandForm } from '../../forms/command-form.js';
import type { FormField } from '../../forms/form-field.js';
import { IsOwn } from './is-own.js';
import type { recordParts } from './record-parts.js';

const written = { kind: 'textarea', choices: [], maxLength: 4000 } as const;

interface PartProps {
  readonly part: (typeof recordParts)[number];
}

/** «Si fra om feil»: what is said becomes a case, and is answered within a month. Only who it is about begins one here. */
export function SayWrong({ part }: PartProps) {
  const { t } = useTranslation();
  const isOwn = use(IsOwn);
  const fields: readonly FormField[] = [
    { ...written, name: 'rettingFeil', label: t('aboutMe.wrong.what'), required: true },
    { ...written, name: 'rettingRiktig', label: t('aboutMe.wrong.right'), required: false },
  ];
  if (!isOwn) return null;
  return (
    <Details data-size="sm">
      <Details.Summary>{t('aboutMe.wrong.title', { part: t(`aboutMe.part.${part}`) })}</Details.Summary>
      <Details.Content>
        <p>{t('aboutMe.wrong.text')}</p>
        <CommandForm
          id={`feil-${part}`}
          fields={fields}
          submitLabel={t('aboutMe.wrong.send')}
          path={routes.processInstances}
          bodyOf={(said) => ({ process: 'retting', variables: { ...said, rettingDel: part } })}
          doneText={t('aboutMe.wrong.done')}
        />
      </Details.Content>
    </Details>
  );
}

/** A part of what is registered about the reader, with a way to have it put right. */
export function Part({ part, children }: PartProps & { readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Section title={t(`aboutMe.part.${part}`)}>
      {children}
      <SayWrong part={part} />
    </Section>
  );
}
