import type { PersonView } from '@contract/person.contract.js';
import { routes } from '@contract/routes.contract.js';
import { Button } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { pathOf } from '../../api/path.js';
import { ProblemError } from '../../api/problem-error.js';
import { useCommand } from '../../api/use-command.js';
import { FormProblem } from '../../forms/form-problem.js';
import type { FormField } from '../../forms/form-field.js';
import { SchemaForm } from '../../forms/schema-form.js';

interface PersonFormProps {
  /** The one that is changed; absent: a new one. */
  readonly person?: PersonView;
  readonly done: (answer: unknown) => void;
  readonly cancel: () => void;
}

const usual = { language: 'nb', channel: 'digital', protection: 'none' };

function useFields(isNew: boolean): readonly FormField[] {
  const { t } = useTranslation();
  const text = { kind: 'text', required: false, choices: [] } as const;
  const choice = { kind: 'choice', required: true } as const;
  const id: FormField = { ...text, name: 'id', label: t('persons.form.id'), description: t('persons.form.idHint') };
  return [
    { ...text, name: 'name', label: t('persons.form.name'), required: true },
    ...(isNew ? [id] : []),
    { ...text, name: 'bornOn', kind: 'date', label: t('persons.bornOn') },
    { ...text, name: 'phone', label: t('persons.phone') },
    { ...text, name: 'email', label: t('persons.email') },
    { ...text, name: 'address', label: t('persons.address') },
    {
      ...{ ...choice, name: 'language', label: t('persons.language') },
      choices: (['nb', 'nn', 'en'] as const).map((value) => ({ value, label: t(`persons.languages.${value}`) })),
    },
    {
      ...{ ...choice, name: 'channel', label: t('persons.channel') },
      choices: (['digital', 'paper'] as const).map((value) => ({ value, label: t(`persons.channels.${value}`) })),
    },
    {
      ...{ ...choice, name: 'protection', label: t('persons.protection') },
      choices: (['none', 'fortrolig', 'strengt-fortrolig'] as const).map((value) => {
        return { value, label: t(`persons.protections.${value}`) };
      }),
    },
  ];
}

/** What the municipality keeps about a person: never why they are ill or poor. */
export function PersonForm({ person, done, cancel }: PersonFormProps) {
  const { t } = useTranslation();
  const fields = useFields(person === undefined);
  const command = useCommand(done);
  const refused = command.error instanceof ProblemError ? (command.error.problem.errors ?? []) : [];

  return (
    <>
      {command.isError && <FormProblem error={command.error} />}
      <SchemaForm
        fields={fields}
        known={person ?? usual}
        submitLabel={t('persons.save')}
        busy={command.isPending}
        refused={refused}
        submit={(body) =>
          command.mutate(
            person === undefined
              ? { path: routes.persons, body }
              : { path: pathOf(routes.changePerson, { id: person.id }), body, revision: person.revision },
          )
        }
      >
        <Button type="button" variant="tertiary" onClick={cancel}>
          {t('persons.cancel')}
        </Button>
      </SchemaForm>
    </>
  );
}
