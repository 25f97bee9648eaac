import type { ProcessInstanceDetail } from '@contract/process-instance.contract.js';
import { Details } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { DeadlineTag } from '../../components/deadline-tag.js';
import { WhyThisDate } from '../../components/why-this-date.js';
import { formatAlarm } from '../../i18n/dates.js';

interface CaseDeadlinesProps {
  readonly case: ProcessInstanceDetail;
}

type Timer = ProcessInstanceDetail['timers'][number];

/** Deadlines that run, each once: of open tasks and of alarms in the diagram. */
function runningDeadlines({ tasks, timers }: ProcessInstanceDetail) {
  const ofTasks = tasks
    .filter(({ completedAt, state }) => completedAt === null && state !== 'cancelled')
    .map(({ id, node, name, deadline }) => ({ id, node, name, deadline }));
  const taskNodes = new Set(ofTasks.map(({ node }) => node));
  const ofTimers = timers
    .filter(({ purpose, node }) => purpose === 'event' && !taskNodes.has(node))
    .map(({ id, node, name, deadline }) => ({ id, node, name, deadline }));
  return [...ofTasks, ...ofTimers].flatMap(({ deadline, ...rest }) =>
    deadline === null ? [] : [{ ...rest, deadline }],
  );
}

function Alarms({ timers }: { readonly timers: readonly Timer[] }) {
  const { t } = useTranslation();
  if (timers.length === 0) return null;

  return (
    <Details data-size="sm" data-color="neutral" className="why">
      <Details.Summary>{t('cases.deadlines.alarms')}</Details.Summary>
      <Details.Content>
        <ul className="plain">
          {timers.map(({ id, name, purpose, dueAt }) => (
            <li key={id}>
              <time dateTime={dueAt}>{formatAlarm(dueAt)}</time>: {t(`cases.deadlines.purpose.${purpose}`)}
              <span className="subtle block">{name}</span>
            </li>
          ))}
        </ul>
      </Details.Content>
    </Details>
  );
}

/** Every deadline that runs in the case with “hvorfor denne datoen”, and every alarm that is set. */
export function CaseDeadlines({ case: it }: CaseDeadlinesProps) {
  const { t } = useTranslation();
  const deadlines = runningDeadlines(it);

  return (
    <div className="stack-tight">
      {deadlines.length === 0 && <p className="subtle">{t('cases.deadlines.empty')}</p>}
      {deadlines.map(({ id, name, deadline }) => (
        <div key={id}>
          <p>
            <strong>{name}</strong> <DeadlineTag deadline={deadline} />
          </p>
          <WhyThisDate deadline={deadline} />
        </div>
      ))}
      <Alarms timers={it.timers.toSorted((one, other) => one.dueAt.localeCompare(other.dueAt))} />
    </div>
  );
}
