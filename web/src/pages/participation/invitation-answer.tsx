import type { Invitation } from '@contract/participation.contract.js';
import { routes } from '@contract/routes.contract.js';
import { useTranslation } from 'react-i18next';
import { pathOf } from '../../api/path.js';
import { ProblemError } from '../../api/problem-error.js';
import { useCommand } from '../../api/use-command.js';
import { FormProblem } from '../../forms/form-problem.js';
import type { FormField } from '../../forms/form-field.js';
import { SchemaForm } from '../../forms/schema-form.js';

const answers = ['deltar', 'annen-maate', 'takker-nei'] as const;
type Answer = (typeof answers)[number];

const isAnswer = (text: string): text is Answer => answers.some((answer) => answer === text);

/** An answer to an invitation, as people say it. */
export function useAnswerText(): (answer: string) => string {
  const { t } = useTranslation();
  return (answer) => (isAnswer(answer) ? t(`participation.answers.${answer}`) : answer);
}

function useFields(prefix: string): readonly FormField[] {
  const { t } = useTranslation();
  const optional = { required: false, choices: [], kind: 'textarea' } as const;
  return [
    {
      name: `${prefix}answer`,
      label: t('participation.form.answer'),
      kind: 'choice',
      required: true,
      choices: answers.map((value) => ({ value, label: t(`participation.answers.${value}`) })),
    },
    {
      ...optional,
      name: `${prefix}message`,
      label: t('participation.form.message'),
      description: t('participation.form.messageHint'),
      maxLength: 4000,
    },
    {
      ...optional,
      name: `${prefix}adaptations`,
      label: t('participation.form.adaptations'),
      description: t('participation.form.adaptationsHint'),
      maxLength: 1000,
    },
  ];
}

interface InvitationAnswerProps {
  readonly invitation: Invitation;
  readonly answered: () => void;
}

/** The answer form of one invitation; the prefix keeps the ids of several forms on one page apart. */
export function InvitationAnswer({ invitation: { taskId, revision }, answered }: InvitationAnswerProps) {
  const { t } = useTranslation();
  const prefix = `${taskId}_`;
  const fields = useFields(prefix);
  const command = useCommand(answered);
  const errors = command.error instanceof ProblemError ? (command.error.problem.errors ?? []) : [];
  const bodyOf = (variables: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(variables).map(([name, value]) => [name.slice(prefix.length), value]));

  return (
    <>
      {command.isError && <FormProblem error={command.error} />}
      <SchemaForm
        fields={fields}
        submitLabel={t('participation.form.send')}
        busy={command.isPending}
        refused={errors.map(({ path, message }) => ({ path: `${prefix}${path}`, message }))}
        submit={(variables) =>
          command.mutate({
            path: pathOf(routes.answerInvitation, { taskId }),
            revision,
            body: bodyOf(variables),
          })
        }
      />
    </>
  );
}
