import { routes } from '@contract/routes.contract.js';
import { Alert } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { noticePreferenceQuery } from '../../api/people-queries.js';
import { useCommand } from '../../api/use-command.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import type { FormField } from '../../forms/form-field.js';
import { SchemaForm } from '../../forms/schema-form.js';

const languages = ['nb', 'nn', 'en'] as const;

function useFields(): readonly FormField[] {
  const { t } = useTranslation();
  return [
    {
      ...{ name: 'language', kind: 'choice', required: true, label: t('notices.preference.language') },
      choices: languages.map((value) => ({ value, label: t(`notices.preference.languages.${value}`) })),
    },
    {
      ...{ name: 'dailyDigest', kind: 'check', required: false, choices: [] },
      ...{ label: t('notices.preference.digest'), description: t('notices.preference.digestHint') },
    },
  ];
}

/** How somebody wants to be told things: in which language, and at once or gathered. */
export function NoticePreference() {
  const { t } = useTranslation();
  const { data: chosen } = useSuspenseQuery(noticePreferenceQuery());
  const [isSaved, setSaved] = useState(false);
  const command = useCommand(() => setSaved(true));
  const fields = useFields();

  return (
    <>
      {command.isError && <ProblemAlert error={command.error} kept />}
      <SchemaForm
        fields={fields}
        known={chosen}
        submitLabel={t('notices.preference.save')}
        busy={command.isPending}
        submit={(body) => command.mutate({ path: routes.noticePreference, body })}
      />
      <div role="status">{isSaved && <Alert data-color="success">{t('notices.preference.saved')}</Alert>}</div>
    </>
  );
}
