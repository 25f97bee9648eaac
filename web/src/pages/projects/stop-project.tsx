import type { ProjectDetail } from '@contract/project-detail.contract.js';
import { routes } from '@contract/routes.contract.js';
import { Alert, Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pathOf } from '../../api/path.js';
import { ProblemError } from '../../api/problem-error.js';
import { useCommand } from '../../api/use-command.js';
import { Section } from '../../components/section.js';
import type { FormField } from '../../forms/form-field.js';
import { FormProblem } from '../../forms/form-problem.js';
import { SchemaForm } from '../../forms/schema-form.js';

interface StopProjectProps {
  readonly project: Pick<ProjectDetail, 'id' | 'canStop' | 'stopReason'>;
}

/** That a project was stopped and why; or the way to stop it, for who may: what it means is said before anything happens. */
export function StopProject({ project: { id, canStop, stopReason } }: StopProjectProps) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const command = useCommand(() => setAsked(false));
  if (stopReason !== null)
    return (
      <div role="status">
        <Alert data-color="warning">{t('project.stop.done', { reason: stopReason })}</Alert>
      </div>
    );
  if (!canStop) return null;

  const reason: FormField = {
    ...{ name: 'reason', label: t('project.stop.reason'), description: t('project.stop.reasonHint') },
    ...{ kind: 'text', required: true, choices: [] },
  };
  const errors = command.error instanceof ProblemError ? (command.error.problem.errors ?? []) : [];
  return (
    <Section title={t('project.stop.title')}>
      <p>{t('project.stop.means')}</p>
      {!isAsked && (
        <div>
          <Button variant="secondary" data-size="sm" onClick={() => setAsked(true)}>
            {t('project.stop.ask')}
          </Button>
        </div>
      )}
      {isAsked && (
        <>
          {command.isError && <FormProblem error={command.error} />}
          <SchemaForm
            fields={[reason]}
            submitLabel={t('project.stop.yes')}
            busy={command.isPending}
            refused={errors}
            submit={(body) => command.mutate({ path: pathOf(routes.stopProject, { id }), body })}
          >
            <Button type="button" variant="tertiary" onClick={() => setAsked(false)}>
              {t('project.stop.no')}
            </Button>
          </SchemaForm>
        </>
      )}
    </Section>
  );
}
