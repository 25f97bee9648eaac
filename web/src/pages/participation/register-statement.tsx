import { statementAnswerSchema } from '@contract/hearing.contract.js';
import { routes } from '@contract/routes.contract.js';
import { Alert } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pathOf } from '../../api/path.js';
import { useCommand } from '../../api/use-command.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import type { FormField } from '../../forms/form-field.js';
import { SchemaForm } from '../../forms/schema-form.js';
import { useSenderChoices } from '../../forms/use-sender-choices.js';

const channels = ['written', 'oral', 'meeting'] as const;

function useFields(): readonly FormField[] {
  const { t } = useTranslation();
  const optional = { required: false, choices: [] } as const;
  const senders = useSenderChoices();
  return [
    {
      ...optional,
      ...{ name: 'receivedOn', label: t('hearing.register.receivedOn'), kind: 'date' },
      description: t('hearing.register.receivedOnHint'),
    },
    {
      ...{ name: 'channel', label: t('hearing.register.channel'), kind: 'choice', required: true },
      choices: channels.map((value) => ({ value, label: t(`hearing.register.${value}`) })),
    },
    {
      ...{ name: 'senderKind', label: t('hearing.register.senderKind'), kind: 'choice', required: true },
      choices: senders,
    },
    {
      ...optional,
      ...{ name: 'senderName', label: t('hearing.register.senderName'), kind: 'text', maxLength: 200 },
      description: t('hearing.register.senderNameHint'),
    },
    {
      ...{ name: 'text', label: t('hearing.register.text'), kind: 'textarea', required: true, maxLength: 8000 },
      choices: [],
    },
  ];
}

/** Writes down what came on paper or was said; the day it came counts. */
export function RegisterStatement({ projectId }: { readonly projectId: string }) {
  const { t } = useTranslation();
  const fields = useFields();
  const [kept, setKept] = useState<'held' | 'done'>();
  const [written, setWritten] = useState(0);
  const command = useCommand((answer) => {
    setKept(statementAnswerSchema.safeParse(answer).data?.state === 'held' ? 'held' : 'done');
    setWritten((before) => before + 1);
  });

  return (
    <>
      <p>{t('hearing.register.lead')}</p>
      <div role="status">
        {kept !== undefined && (
          <Alert data-color={kept === 'held' ? 'warning' : 'success'}>{t(`hearing.register.${kept}`)}</Alert>
        )}
      </div>
      {command.isError && <ProblemAlert error={command.error} kept />}
      <SchemaForm
        key={written}
        fields={fields}
        submitLabel={t('hearing.register.submit')}
        busy={command.isPending}
        submit={(body) => command.mutate({ path: pathOf(routes.statements, { id: projectId }), body })}
      />
    </>
  );
}
