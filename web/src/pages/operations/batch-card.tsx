import type { BatchView } from '@contract/batch.contract.js';
import { routes } from '@contract/routes.contract.js';
import { Button, Details, Heading, Tag } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { batchFailuresQuery } from '../../api/operation-queries.js';
import { pathOf } from '../../api/path.js';
import { useCommand } from '../../api/use-command.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { formatTime } from '../../i18n/dates.js';
import type { bokmaal } from '../../i18n/messages.js';

interface BatchProps {
  readonly batch: BatchView;
}

type Kind = keyof typeof bokmaal.operation.batches.kind;
const colors = { running: 'info', paused: 'warning', cancelled: 'neutral', completed: 'success' } as const;
const moves = { pause: routes.pauseBatch, resume: routes.resumeBatch, cancel: routes.cancelBatch };
const movesIn = {
  running: ['pause', 'cancel'],
  paused: ['resume', 'cancel'],
  ...{ cancelled: [], completed: [] },
} as const;

/** What is done by a batch, in words. */
function useKindName(): (kind: string) => string {
  const { t, i18n } = useTranslation();
  const isKnown = (kind: string): kind is Kind => i18n.exists(`operation.batches.kind.${kind}`);
  return (kind) => (isKnown(kind) ? t(`operation.batches.kind.${kind}`) : kind);
}

function Selection({ batch: { selection, operation } }: BatchProps) {
  const { t } = useTranslation();
  const { ids, process, version } = selection;
  const which =
    process === undefined
      ? t('operation.batches.ofIds', { count: ids ?? 0 })
      : version === undefined
        ? t('operation.batches.of', { process })
        : t('operation.batches.ofVersion', { process, version });
  const to = operation.version === undefined ? [] : [t('operation.batches.toVersion', { version: operation.version })];
  return <p>{[which, ...to, operation.reason].filter((part) => part !== undefined).join('. ')}</p>;
}

function Failures({ batch: { id } }: BatchProps) {
  const { data, error } = useQuery(batchFailuresQuery(id));
  if (error !== null) return <ProblemAlert error={error} />;
  return (
    <ul className="plain">
      {data?.items.map(({ seq, processInstanceId, problem }) => (
        <li key={seq}>
          {processInstanceId}: {problem?.title}
          {problem?.errors.map(({ path, message }) => (
            <span key={`${path} ${message}`} className="subtle block">
              {message}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** A batch: what it does to which cases, how far it has come, and what an operator may do about it. */
export function BatchCard({ batch }: BatchProps) {
  const { t } = useTranslation();
  const kindName = useKindName();
  const command = useCommand();
  const [isShown, setShown] = useState(false);
  const { id, operation, state, startedBy, createdAt, total, done, failed, skipped } = batch;
  const name = kindName(operation.kind);

  return (
    <li className="card">
      <Heading level={2} data-size="2xs">
        {name}{' '}
        <Tag data-color={colors[state]} data-size="sm">
          {t(`operation.batches.state.${state}`)}
        </Tag>
      </Heading>
      {operation.dryRun === true && <Tag data-size="sm">{t('operation.batches.dryRun')}</Tag>}
      <Selection batch={batch} />
      <progress
        aria-label={t('operation.batches.progressLabel')}
        max={Math.max(total, 1)}
        value={done + failed + skipped}
      />
      <p>{t('operation.batches.progress', { done, total, failed, skipped })}</p>
      <p className="subtle">{t('operation.batches.by', { who: startedBy, at: formatTime(createdAt) })}</p>
      {failed > 0 && (
        <Details data-size="sm" className="why" onToggle={() => setShown(true)}>
          <Details.Summary>{t('operation.batches.failures')}</Details.Summary>
          <Details.Content>{isShown && <Failures batch={batch} />}</Details.Content>
        </Details>
      )}
      {command.isError && <ProblemAlert error={command.error} />}
      <div className="tools">
        {movesIn[state].map((move) => (
          <Button
            key={move}
            variant="secondary"
            data-size="sm"
            aria-label={`${t(`operation.batches.${move}`)}: ${name}`}
            disabled={command.isPending}
            onClick={() => command.mutate({ path: pathOf(moves[move], { id }), body: {} })}
          >
            {t(`operation.batches.${move}`)}
          </Button>
        ))}
      </div>
    </li>
  );
}
