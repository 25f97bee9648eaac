import { routes } from '@contract/routes.contract.js';
import { Button } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { pathOf } from '../../api/path.js';
import { ProblemError } from '../../api/problem-error.js';
import { useCommand } from '../../api/use-command.js';
import { FormProblem } from '../../forms/form-problem.js';
import type { FormField } from '../../forms/form-field.js';
import { SchemaForm } from '../../forms/schema-form.js';

interface AppealFormProps {
  readonly decisionId: string;
  readonly isOwn: boolean;
  readonly sent: () => void;
  readonly cancel: () => void;
}

const mostLetters = 4000;
const ways = ['digitalt', 'post', 'muntlig'] as const;

function useFields(prefix: string, isOwn: boolean): readonly FormField[] {
  const { t } = useTranslation();
  const plain = { choices: [], required: true };
  const text: FormField = {
    ...{ ...plain, name: `${prefix}text`, kind: 'textarea', maxLength: mostLetters },
    label: isOwn ? t('decisions.form.text') : t('decisions.form.textStaff'),
    ...(isOwn && { description: t('decisions.form.textHint') }),
  };
  const suspend: FormField = {
    ...{ ...plain, name: `${prefix}suspend`, kind: 'check', required: false },
    label: isOwn ? t('decisions.form.suspend') : t('decisions.form.suspendStaff'),
  };
  if (isOwn) return [text, suspend];
  const choices = ways.map((value) => ({ value, label: t(`decisions.form.${value}`) }));
  const how = `${prefix}how`;
  const postedOn: FormField = {
    ...{ ...plain, name: `${prefix}postedOn`, kind: 'date', required: false },
    ...{ label: t('decisions.form.postedOn'), description: t('decisions.form.postedOnHint') },
    requiredAfter: [{ name: how, value: 'post' }],
  };
  return [{ ...plain, name: how, label: t('decisions.form.how'), kind: 'choice', choices }, postedOn, text, suspend];
}

/** An appeal in the person's own words; staff also say how and when it came. The prefix keeps several forms on one page apart. */
export function AppealForm({ decisionId, isOwn, sent, cancel }: AppealFormProps) {
  const { t } = useTranslation();
  const prefix = `${decisionId}_`;
  const fields = useFields(prefix, isOwn);
  const command = useCommand(sent);
  const errors = command.error instanceof ProblemError ? (command.error.problem.errors ?? []) : [];

  return (
    <>
      {command.isError && <FormProblem error={command.error} />}
      <SchemaForm
        fields={fields}
        submitLabel={isOwn ? t('decisions.act.send') : t('decisions.act.save')}
        busy={command.isPending}
        refused={errors.map(({ path, message }) => ({ path: `${prefix}${path}`, message }))}
        submit={(values) =>
          command.mutate({
            path: pathOf(routes.appealDecision, { id: decisionId }),
            body: Object.fromEntries(Object.entries(values).map(([name, value]) => [name.slice(prefix.length), value])),
          })
        }
      >
        <Button type="button" variant="tertiary" onClick={cancel}>
          {t('decisions.act.cancel')}
        </Button>
      </SchemaForm>
    </>
  );
}
