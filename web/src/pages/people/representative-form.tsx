import type { PersonView } from '@contract/person.contract.js';
import { routes } from '@contract/routes.contract.js';
import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pathOf } from '../../api/path.js';
import { ProblemError } from '../../api/problem-error.js';
import { useCommand } from '../../api/use-command.js';
import { useToday } from '../../api/use-today.js';
import { FormProblem } from '../../forms/form-problem.js';
import type { FormField } from '../../forms/form-field.js';
import { SchemaForm } from '../../forms/schema-form.js';

interface RepresentativeFormProps {
  readonly person: PersonView;
  readonly done: (name: string) => void;
  readonly cancel: () => void;
}

// The form about the person may be open on the same page: the ids of inputs must not meet.
const prefix = 'hjelper-';
const kinds = ['fullmektig', 'stottespiller'] as const;

function useFields(): readonly FormField[] {
  const { t } = useTranslation();
  const text = (name: string, label: string): FormField => {
    return { name: `${prefix}${name}`, label, kind: 'text', required: false, choices: [] };
  };
  const form = 'persons.representatives.form';
  return [
    {
      ...{ ...text('kind', t(`${form}.kind`)), kind: 'choice', required: true, description: t(`${form}.kindHint`) },
      choices: kinds.map((value) => ({ value, label: t(`persons.representatives.${value}`) })),
    },
    { ...text('name', t(`${form}.name`)), required: true },
    text('organisation', t(`${form}.organisation`)),
    { ...text('actor', t(`${form}.actor`)), description: t(`${form}.actorHint`) },
    text('phone', t('persons.phone')),
    text('email', t('persons.email')),
    text('address', t('persons.address')),
    { ...text('fromOn', t(`${form}.fromOn`)), kind: 'date', required: true },
    { ...text('toOn', t(`${form}.toOn`)), kind: 'date', description: t(`${form}.toOnHint`) },
  ];
}

/** Who is to act for a person, or help them, and from when. */
export function RepresentativeForm({ person, done, cancel }: RepresentativeFormProps) {
  const { t } = useTranslation();
  const fields = useFields();
  const today = useToday();
  const [name, setName] = useState('');
  const command = useCommand(() => done(name));
  const errors = command.error instanceof ProblemError ? (command.error.problem.errors ?? []) : [];

  return (
    <>
      {command.isError && <FormProblem error={command.error} />}
      <SchemaForm
        fields={fields}
        known={{ [`${prefix}fromOn`]: today }}
        submitLabel={t('persons.representatives.form.save')}
        busy={command.isPending}
        refused={errors.map(({ path, message }) => ({ path: `${prefix}${path}`, message }))}
        submit={(values) => {
          const plain = Object.entries(values).map(([key, value]) => [key.slice(prefix.length), value] as const);
          const body: Readonly<Record<string, unknown>> = Object.fromEntries(plain);
          setName(String(body['name']));
          const path = pathOf(routes.appointRepresentative, { id: person.id });
          command.mutate({ path, body, revision: person.revision });
        }}
      >
        <Button type="button" variant="tertiary" onClick={cancel}>
          {t('persons.cancel')}
        </Button>
      </SchemaForm>
    </>
  );
}
