import type { ColleagueList } from '@contract/me.contract.js';
import { absenceSchema } from '@contract/notice.contract.js';
import type { AbsenceView } from '@contract/notice.contract.js';
import { routes } from '@contract/routes.contract.js';
import { Button, Heading } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../api/problem-error.js';
import { useCommand } from '../../api/use-command.js';
import { FormProblem } from '../../forms/form-problem.js';
import type { FormField } from '../../forms/form-field.js';
import { SchemaForm } from '../../forms/schema-form.js';

interface AbsenceFormProps {
  readonly colleagues: ColleagueList['items'];
  /** The one that is changed; absent: a new one. */
  readonly absence?: AbsenceView;
  readonly done: (said: string) => void;
  readonly cancel: () => void;
}

function useFields({ colleagues, absence }: AbsenceFormProps): readonly FormField[] {
  const { t } = useTranslation();
  const known = colleagues.map(({ id, name }) => ({ value: id, label: name }));
  const isElsewhere = absence !== undefined && !colleagues.some(({ id }) => id === absence.substitute);
  const other = isElsewhere ? [{ value: absence.substitute, label: absence.substituteName }] : [];
  const day = { kind: 'date', required: true, choices: [] } as const;
  return [
    { ...day, name: 'fromOn', label: t('notices.absence.form.fromOn') },
    { ...day, name: 'toOn', label: t('notices.absence.form.toOn') },
    {
      ...{ name: 'substitute', kind: 'choice', required: true, choices: [...known, ...other] },
      label: t('notices.absence.form.substitute'),
    },
  ];
}

/** Which days, and who stands in. */
export function AbsenceForm(props: AbsenceFormProps) {
  const { absence, done, cancel } = props;
  const { t } = useTranslation();
  const fields = useFields(props);
  const command = useCommand((answer) => {
    const { substituteName: name } = absenceSchema.parse(answer);
    done(absence === undefined ? t('notices.absence.registered', { name }) : t('notices.absence.changed'));
  });
  const refused = command.error instanceof ProblemError ? (command.error.problem.errors ?? []) : [];

  return (
    <div className="stack-tight">
      <Heading level={3} data-size="2xs">
        {absence === undefined ? t('notices.absence.add') : t('notices.absence.changing')}
      </Heading>
      {command.isError && <FormProblem error={command.error} />}
      <SchemaForm
        fields={fields}
        known={absence ?? {}}
        submitLabel={absence === undefined ? t('notices.absence.form.send') : t('notices.absence.form.save')}
        busy={command.isPending}
        refused={refused}
        submit={(values) =>
          command.mutate(
            absence === undefined
              ? { path: routes.absences, body: values }
              : { path: routes.changeAbsence, body: { ...values, id: absence.id } },
          )
        }
      >
        <Button type="button" variant="tertiary" onClick={cancel}>
          {t('notices.absence.cancel')}
        </Button>
      </SchemaForm>
    </div>
  );
}
