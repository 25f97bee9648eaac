import type { AbsenceView } from '@contract/notice.contract.js';
import { routes } from '@contract/routes.contract.js';
import { Alert, Button } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { absencesQuery, colleaguesQuery } from '../../api/people-queries.js';
import { useCommand } from '../../api/use-command.js';
import { Empty } from '../../components/empty.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { formatDate } from '../../i18n/dates.js';
import { AbsenceForm } from './absence-form.js';

interface AbsenceProps {
  readonly absence: AbsenceView;
  readonly change: () => void;
  readonly ended: () => void;
}

function Absence({ absence: { id, fromOn, toOn, substituteName }, change, ended }: AbsenceProps) {
  const { t } = useTranslation();
  const end = useCommand(ended);
  const from = formatDate(fromOn);
  return (
    <li className="card">
      <p className="strong">{t('notices.absence.days', { from, to: formatDate(toOn) })}</p>
      <p>{t('notices.absence.substitute', { name: substituteName })}</p>
      {end.isError && <ProblemAlert error={end.error} />}
      <div className="tools">
        <Button
          variant="secondary"
          data-size="sm"
          aria-label={t('notices.absence.changeOf', { from })}
          onClick={change}
        >
          {t('notices.absence.change')}
        </Button>
        <Button
          variant="tertiary"
          data-size="sm"
          aria-label={t('notices.absence.endOf', { from })}
          loading={end.isPending}
          onClick={() => end.mutate({ path: routes.endAbsence, body: { id } })}
        >
          {t('notices.absence.end')}
        </Button>
      </div>
    </li>
  );
}

/** The reader's absences, and the forms that make and change them. */
export function Absences() {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(absencesQuery());
  const { data: colleagues } = useSuspenseQuery(colleaguesQuery());
  const [form, setForm] = useState<AbsenceView | 'new'>();
  const [said, setSaid] = useState('');
  const done = (text: string) => {
    setForm(undefined);
    setSaid(text);
  };
  if (colleagues.items.length === 0 && data.items.length === 0) return <p>{t('notices.absence.alone')}</p>;

  return (
    <>
      <div role="status">{said !== '' && <Alert data-color="success">{said}</Alert>}</div>
      {data.items.length === 0 && form === undefined && (
        <Empty text={t('notices.absence.none')} next={t('notices.absence.noneNext')} />
      )}
      <ul className="plain cards">
        {data.items.map((absence) => (
          <Absence
            key={absence.id}
            absence={absence}
            change={() => setForm(absence)}
            ended={() => done(t('notices.absence.ended'))}
          />
        ))}
      </ul>
      {form === undefined ? (
        <div>
          <Button onClick={() => setForm('new')}>{t('notices.absence.add')}</Button>
        </div>
      ) : (
        <AbsenceForm
          key={form === 'new' ? 'new' : form.id}
          colleagues={colleagues.items}
          {...(form !== 'new' && { absence: form })}
          done={done}
          cancel={() => setForm(undefined)}
        />
      )}
    </>
  );
}
