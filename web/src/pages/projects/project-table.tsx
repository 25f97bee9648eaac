import type { ProjectView } from '@contract/project.contract.js';
import { Table } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { DeadlineTag } from '../../components/deadline-tag.js';
import { PageLink } from '../../components/page-link.js';
import { StateTag } from '../../components/state-tag.js';
import { formatShortDate } from '../../i18n/dates.js';

function Waits({ project }: { readonly project: ProjectView }) {
  const { t } = useTranslation();
  if (project.waitingFor.length === 0) return <span className="subtle">{t('projects.table.nothing')}</span>;

  return (
    <ul className="plain">
      {project.waitingFor.map(({ what, who, deadline }, index) => (
        <li key={index}>
          {what} <span className="subtle">({who})</span> {deadline !== null && <DeadlineTag deadline={deadline} />}
        </li>
      ))}
    </ul>
  );
}

const outcomes = ['gjennomfort', 'fravalgt', 'unntatt'] as const;

function useOutcomeName(): (outcome: string | null) => string {
  const { t } = useTranslation();
  return (outcome) => {
    const known = outcomes.find((one) => one === outcome);
    return known === undefined ? (outcome ?? t('projects.checkpoint.open')) : t(`projects.checkpoint.${known}`);
  };
}

function Checkpoints({ checkpoints }: Pick<ProjectView, 'checkpoints'>) {
  const outcomeName = useOutcomeName();
  return (
    <ul className="plain tight">
      {checkpoints.map(({ code, name, outcome }, index) => (
        <li key={index}>
          {code} {name}: {outcomeName(outcome)}
        </li>
      ))}
    </ul>
  );
}

/** The table twin of the board, with everything the cards have no room for. */
export function ProjectTable({ projects }: { readonly projects: readonly ProjectView[] }) {
  const { t } = useTranslation();

  return (
    <Table className="cards-on-phone" data-size="sm" hover>
      <Table.Head>
        <Table.Row>
          {(['project', 'phase', 'since', 'waiting', 'checkpoints', 'state'] as const).map((column) => (
            <Table.HeaderCell key={column}>{t(`projects.table.${column}`)}</Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {projects.map((project) => (
          <Table.Row key={project.id}>
            <Table.HeaderCell scope="row" data-label={t('projects.table.project')}>
              <PageLink to="/prosjekter/$projectId" params={{ projectId: project.id }}>
                {project.title}
              </PageLink>
            </Table.HeaderCell>
            <Table.Cell data-label={t('projects.table.phase')}>
              {project.phase}. {project.phaseName}
            </Table.Cell>
            <Table.Cell data-label={t('projects.table.since')}>{formatShortDate(project.phaseSince)}</Table.Cell>
            <Table.Cell data-label={t('projects.table.waiting')}>
              <Waits project={project} />
            </Table.Cell>
            <Table.Cell data-label={t('projects.table.checkpoints')}>
              <Checkpoints checkpoints={project.checkpoints} />
            </Table.Cell>
            <Table.Cell data-label={t('projects.table.state')}>
              <StateTag state={project.state} />
            </Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  );
}
