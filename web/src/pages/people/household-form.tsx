import { Button, Heading } from '@digdir/designsystemet-react';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../api/problem-error.js';
import { useCommand } from '../../api/use-command.js';
import type { Wish } from '../../api/use-command.js';
import { useToday } from '../../api/use-today.js';
import type { FormField } from '../../forms/form-field.js';
import { FormProblem } from '../../forms/form-problem.js';
import { SchemaForm } from '../../forms/schema-form.js';

/** What is asked for, by what was written. */
type WishOf = (written: Readonly<Record<string, unknown>>) => Wish;

interface HouseholdFormProps {
  readonly title: string;
  /** What is asked beside the day and the reason. */
  readonly fields: readonly FormField[];
  readonly day: Pick<FormField, 'label' | 'description'>;
  readonly wishOf: WishOf;
  readonly done: () => void;
  readonly cancel: () => void;
  readonly children?: ReactNode;
}

// The form about the person may be open on the same page: the ids of inputs must not meet.
const prefix = 'husstand-';
const named = (field: FormField): FormField => ({ ...field, name: `${prefix}${field.name}` });

/** A heading that takes the focus when what it stands over is opened. */
export function OpenedHeading({ children }: { readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Heading level={3} data-size="2xs" ref={heading} tabIndex={-1}>
      {children}
    </Heading>
  );
}

/** How a household changes: from which day, and why. */
export function HouseholdForm({ title, fields, day, wishOf, done, cancel, children }: HouseholdFormProps) {
  const { t } = useTranslation();
  const today = useToday();
  const command = useCommand(done);
  const errors = command.error instanceof ProblemError ? (command.error.problem.errors ?? []) : [];
  const text = { required: true, choices: [] };
  const all: readonly FormField[] = [
    ...fields,
    { ...text, ...day, name: 'on', kind: 'date' },
    {
      ...{ ...text, name: 'reason', kind: 'textarea', maxLength: 500 },
      ...{ label: t('persons.household.form.reason'), description: t('persons.household.form.reasonHint') },
    },
  ];
  // Who is meant was chosen before: what is wrong with it stands at the first question.
  const first = all[0]?.name ?? 'on';
  const pathOfError = (path: string) => (all.some(({ name }) => name === path) ? path : first);

  return (
    <div className="stack-tight">
      <OpenedHeading>{title}</OpenedHeading>
      {children}
      {command.isError && <FormProblem error={command.error} />}
      <SchemaForm
        fields={all.map(named)}
        known={{ [`${prefix}on`]: today }}
        submitLabel={t('persons.household.form.save')}
        busy={command.isPending}
        refused={errors.map(({ path, message }) => ({ path: `${prefix}${pathOfError(path)}`, message }))}
        submit={(values) => {
          const plain = Object.entries(values).map(([key, value]) => [key.slice(prefix.length), value] as const);
          command.mutate(wishOf(Object.fromEntries(plain)));
        }}
      >
        <Button type="button" variant="tertiary" onClick={cancel}>
          {t('persons.cancel')}
        </Button>
      </SchemaForm>
    </div>
  );
}
