import type { IncidentView } from '@contract/incident.contract.js';
import { routes } from '@contract/routes.contract.js';
import { Button, Heading } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { pathOf } from '../../api/path.js';
import { meQuery } from '../../api/queries.js';
import { useCommand } from '../../api/use-command.js';
import { Facts } from '../../components/facts.js';
import { useGroupName } from '../../components/group-names.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { formatTime } from '../../i18n/dates.js';

interface StoppedCaseProps {
  readonly incident: IncidentView;
  readonly retried: () => void;
}

function IncidentFacts({ incident }: Pick<StoppedCaseProps, 'incident'>) {
  const { t } = useTranslation();
  const groupName = useGroupName();
  const { processInstanceId, node, code, raisedAt, attempts, owner, assignee, told, nextAt } = incident;
  const group = groupName(owner);
  const next = nextAt === null ? '' : formatTime(nextAt);
  return (
    <Facts
      items={[
        [t('incidents.case'), processInstanceId],
        [t('incidents.node'), node],
        [t('incidents.code'), code],
        [t('incidents.since'), formatTime(raisedAt)],
        [t('incidents.attempts'), attempts === null ? t('common.none') : String(attempts)],
        [t('incidents.owner'), assignee === null ? group : t('incidents.taken', { name: assignee.name, group })],
        [t('incidents.told'), told === 0 ? t('incidents.toldNot') : t('incidents.toldTimes', { count: told, next })],
      ]}
    />
  );
}

/** Something that has stopped: what is known of it, and what an operator may do. */
export function StoppedCase({ incident, retried }: StoppedCaseProps) {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery());
  const retry = useCommand(retried);
  const assign = useCommand();
  const { id, processName: process, node, melding, assignee } = incident;
  const isMine = assignee?.id === me.id;
  const care = isMine ? 'letGo' : 'take';
  const error = retry.error ?? assign.error;

  return (
    <li className="card late">
      <Heading level={2} data-size="2xs">
        {process}
      </Heading>
      <p>{melding}</p>
      <IncidentFacts incident={incident} />
      {error !== null && <ProblemAlert error={error} />}
      <div className="tools">
        <Button
          data-size="sm"
          aria-label={t('incidents.retryOf', { process, node })}
          disabled={retry.isPending}
          onClick={() => retry.mutate({ path: pathOf(routes.resolveIncident, { id }), body: {} })}
        >
          {t('incidents.retry')}
        </Button>
        <Button
          variant="secondary"
          data-size="sm"
          aria-label={t(`incidents.${care}Of`, { process, node })}
          disabled={assign.isPending}
          onClick={() =>
            assign.mutate({ path: pathOf(routes.assignIncident, { id }), body: { assignee: isMine ? null : me.id } })
          }
        >
          {t(`incidents.${care}`)}
        </Button>
      </div>
    </li>
  );
}
