import type { ApplicationListView } from '@contract/application.contract.js';
import { routes } from '@contract/routes.contract.js';
import { Button } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../api/queries.js';
import { keepsPersons } from '../../app/groups.js';
import { PersonChoice } from '../../components/person-choice.js';
import type { ChosenPerson } from '../../components/person-choice.js';
import { CommandForm } from '../../forms/command-form.js';
import type { FormField } from '../../forms/form-field.js';

type Elsewhere = ApplicationListView['elsewhere'];

function useFields(elsewhere: Elsewhere, isKnown: boolean): readonly FormField[] {
  const { t } = useTranslation();
  const text = { kind: 'text', required: true, choices: [] } as const;
  return [
    ...(isKnown
      ? []
      : [
          { ...text, name: 'name', label: t('applications.forward.name'), maxLength: 200 },
          { ...text, name: 'person', label: t('applications.forward.person'), maxLength: 100 },
        ]),
    {
      ...{ name: 'askedFor', kind: 'choice', required: true, label: t('applications.forward.askedFor') },
      choices: elsewhere.map(({ process, name, unit }) => ({
        value: process,
        label: t('applications.forward.to', { name, unit: unit.name }),
      })),
    },
    {
      ...{ name: 'receivedOn', kind: 'date', required: true, choices: [] },
      label: t('applications.forward.receivedOn'),
      description: t('applications.forward.receivedOnHint'),
    },
  ];
}

/** Sends on an application that came to the wrong unit: who applied, for what, and when it came. */
export function ForwardApplication({ elsewhere }: { readonly elsewhere: Elsewhere }) {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery());
  const [chosen, setChosen] = useState<ChosenPerson>();
  const [sentTo, setSentTo] = useState('');
  const seesPersons = keepsPersons(me);
  const fields = useFields(elsewhere, seesPersons);
  if (elsewhere.length === 0) return <p>{t('applications.forward.none')}</p>;

  const bodyOf = (answers: Readonly<Record<string, unknown>>) => {
    setSentTo(elsewhere.find(({ process }) => process === answers['askedFor'])?.unit.name ?? '');
    return chosen === undefined ? answers : { ...answers, person: chosen.id, name: chosen.name };
  };
  return (
    <div className="stack-tight">
      <p className="prose">{t('applications.forward.law')}</p>
      {!seesPersons && <p>{t('applications.forward.noRegister')}</p>}
      {seesPersons && chosen === undefined && <PersonChoice label={t('applications.forward.who')} choose={setChosen} />}
      {chosen !== undefined && (
        <p className="tools">
          <strong>{t('applications.forward.chosen', { name: chosen.name })}</strong>
          <Button data-size="sm" variant="tertiary" onClick={() => setChosen(undefined)}>
            {t('applications.forward.other')}
          </Button>
        </p>
      )}
      {(!seesPersons || chosen !== undefined) && (
        <CommandForm
          key={chosen?.id ?? ''}
          id="videre"
          fields={fields}
          submitLabel={t('applications.forward.submit')}
          path={routes.forwardApplication}
          bodyOf={bodyOf}
          doneText={t('applications.forward.done', { unit: sentTo })}
        />
      )}
    </div>
  );
}
