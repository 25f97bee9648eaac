import { routes } from '@contract/routes.contract.js';
import { toldUnsafetySchema } from '@contract/safety.contract.js';
import { Alert, Button, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { safetyReportQuery } from '../../api/home-queries.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { CommandForm } from '../../forms/command-form.js';
import type { FormField } from '../../forms/form-field.js';
import { useReportChoices } from './report-choices.js';

const chosen = { kind: 'choice', required: true } as const;
const written = { kind: 'textarea', required: true, choices: [], maxLength: 4000 } as const;
const ticked = { kind: 'check', required: false, choices: [] } as const;

/** Where somebody lives. */
interface Place {
  readonly building: string;
  readonly home: string;
}

/** «Meld feil i boligen». */
export function RepairForm({ building, home }: Place) {
  const { t } = useTranslation();
  const choices = useReportChoices();
  const fields: readonly FormField[] = [
    {
      ...{ ...chosen, name: 'arbeid', label: t('myHome.repair.what') },
      choices: choices.arbeid,
    },
    {
      ...{ ...written, name: 'beskrivelse', label: t('myHome.repair.text') },
      description: t('myHome.repair.textHint'),
    },
    { ...ticked, name: 'erFarlig', label: t('myHome.repair.danger') },
  ];
  return (
    <CommandForm
      id="feil"
      fields={fields}
      submitLabel={t('myHome.repair.send')}
      path={routes.processInstances}
      bodyOf={(said) => ({ process: 'vedlikehold', variables: { ...said, bygg: building, bolig: home } })}
      doneText={t('myHome.repair.done')}
    />
  );
}

/** «Meld fra om noe utrygt», with a name or without. Whoever gives none gets a code. */
export function UnsafetyForm({ building }: Pick<Place, 'building'>) {
  const { t } = useTranslation();
  const choices = useReportChoices();
  const [code, setCode] = useState<string | undefined>(undefined);
  const [isAnonymous, setIsAnonymous] = useState(false);
  const fields: readonly FormField[] = [
    {
      ...{ ...chosen, name: 'kind', label: t('myHome.unsafe.what') },
      choices: choices.slag,
    },
    { ...{ ...written, name: 'text', label: t('myHome.unsafe.text') }, description: t('myHome.unsafe.textHint') },
    {
      ...{ ...chosen, name: 'concerns', label: t('myHome.unsafe.concerns') },
      choices: choices.gjelder,
    },
    {
      ...{ ...ticked, name: 'anonymous', label: t('myHome.unsafe.anonymous') },
      description: t('myHome.unsafe.anonymousHint'),
    },
  ];
  return (
    <>
      <CommandForm
        id="utrygt"
        fields={fields}
        submitLabel={t('myHome.unsafe.send')}
        path={routes.safetyReports}
        bodyOf={(said) => {
          setIsAnonymous(said['anonymous'] === true);
          return { ...said, building };
        }}
        doneText={t('myHome.unsafe.done')}
        onDone={(answer) => setCode(toldUnsafetySchema.safeParse(answer).data?.receipt)}
      />
      {isAnonymous && code !== undefined && (
        <Alert data-color="info" role="alert">
          {t('myHome.unsafe.code', { code })}
        </Alert>
      )}
      <FollowReport />
    </>
  );
}

/** How a report without a name goes, for whoever has its code. */
function FollowReport() {
  const { t } = useTranslation();
  const [written, setWritten] = useState('');
  const [code, setCode] = useState('');
  const { data, error } = useQuery({ ...safetyReportQuery(code), enabled: code !== '' });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        setCode(written.trim());
      }}
    >
      <Textfield
        className="medium"
        label={t('myHome.unsafe.codeLabel')}
        description={t('myHome.unsafe.follow')}
        value={written}
        onChange={({ target }) => setWritten(target.value)}
      />
      <div className="actions">
        <Button type="submit" variant="secondary">
          {t('myHome.unsafe.see')}
        </Button>
      </div>
      {error !== null && <ProblemAlert error={error} />}
      <div role="status">
        {data !== undefined && (
          <>
            <Paragraph>{t(`myHome.unsafe.state.${data.state}`)}</Paragraph>
            {data.answers.length === 0 && <Paragraph>{t('myHome.unsafe.noAnswers')}</Paragraph>}
            {data.answers.map(({ title, text, sentAt }) => (
              <div key={sentAt} className="card">
                <strong>{title}</strong>
                <div className="letter">{text}</div>
              </div>
            ))}
          </>
        )}
      </div>
    </form>
  );
}
