import type { ProjectDetail } from '@contract/project-detail.contract.js';
import { Table, Tag } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { DeadlineTag } from '../../components/deadline-tag.js';
import { formatShortDate } from '../../i18n/dates.js';

type Phase = ProjectDetail['phases'][number];

const colors = { done: 'success', now: 'info', ahead: 'neutral', open: 'info' } as const;

/** What is left before the next phase: what is open, with whom and until when, and what has not begun. */
export function NextGate({ project }: { readonly project: ProjectDetail }) {
  const { t } = useTranslation();
  const now = project.phases.find(({ state }) => state === 'now');
  if (now === undefined) return <p>{t('project.next.ended')}</p>;
  const left = now.steps.filter(({ state }) => state !== 'done');
  if (left.length === 0) return <p>{t('project.next.none')}</p>;

  return (
    <ol className="stack-tight">
      {left.map(({ node, name, state, who, deadline }) => (
        <li key={node}>
          <strong>{name}</strong>{' '}
          <Tag data-size="sm" data-color={colors[state]}>
            {t(`project.next.${state}`)}
          </Tag>{' '}
          {who !== '' && <span className="subtle">{t('project.next.who', { who })}</span>}{' '}
          {deadline !== null && <DeadlineTag deadline={deadline} />}
        </li>
      ))}
    </ol>
  );
}

function Visits({ phase: { visits } }: { readonly phase: Phase }) {
  const { t } = useTranslation();
  return (
    <ul className="plain tight">
      {visits.map(({ from, to }) => (
        <li key={from}>
          {to === null
            ? t('project.phases.since', { from: formatShortDate(from) })
            : t('project.phases.visit', { from: formatShortDate(from), to: formatShortDate(to) })}
        </li>
      ))}
    </ul>
  );
}

/** The eight phases, with every stay in them and how far the gate is. */
export function ProjectPhases({ phases }: Pick<ProjectDetail, 'phases'>) {
  const { t } = useTranslation();
  return (
    <Table className="cards-on-phone" data-size="sm">
      <Table.Head>
        <Table.Row>
          {(['phase', 'state', 'dates', 'gate'] as const).map((column) => (
            <Table.HeaderCell key={column}>{t(`project.phases.${column}`)}</Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {phases.map((phase) => (
          <Table.Row key={phase.phase}>
            <Table.HeaderCell scope="row" data-label={t('project.phases.phase')}>
              {phase.phase}. {phase.name}
            </Table.HeaderCell>
            <Table.Cell data-label={t('project.phases.state')}>
              <Tag data-size="sm" data-color={colors[phase.state]}>
                {t(`project.phases.${phase.state}`)}
              </Tag>
            </Table.Cell>
            <Table.Cell data-label={t('project.phases.dates')}>
              <Visits phase={phase} />
            </Table.Cell>
            <Table.Cell data-label={t('project.phases.gate')}>
              {t('project.phases.gateDone', {
                done: phase.steps.filter(({ state }) => state === 'done').length,
                count: phase.steps.length,
              })}
            </Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  );
}
