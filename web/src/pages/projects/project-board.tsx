import type { ProjectView } from '@contract/project.contract.js';
import { Heading, Tag } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { DeadlineTag } from '../../components/deadline-tag.js';
import { PageLink } from '../../components/page-link.js';

interface ProjectBoardProps {
  readonly phases: readonly { readonly phase: number; readonly name: string }[];
  readonly projects: readonly ProjectView[];
}

function ProjectCard({ project }: { readonly project: ProjectView }) {
  const { t } = useTranslation();
  const [wait] = project.waitingFor;

  return (
    <li className={project.overdue > 0 ? 'card late' : 'card'}>
      <PageLink to="/prosjekter/$projectId" params={{ projectId: project.id }} className="ds-link strong">
        {project.title}
      </PageLink>
      {project.overdue > 0 && (
        <Tag data-color="danger" data-size="sm">
          {t('projects.board.overdue', { count: project.overdue })}
        </Tag>
      )}
      {wait !== undefined && (
        <span className="block">
          {t('projects.board.waits', { what: wait.what, who: wait.who })}
          {wait.deadline !== null && (
            <span className="block">
              <DeadlineTag deadline={wait.deadline} />
            </span>
          )}
        </span>
      )}
    </li>
  );
}

/** The eight phases side by side, each with its projects. */
export function ProjectBoard({ phases, projects }: ProjectBoardProps) {
  const { t } = useTranslation();

  return (
    <ol className="board">
      {phases.map(({ phase, name }) => {
        const here = projects.filter((project) => project.phase === phase && project.state !== 'cancelled');
        return (
          <li key={phase} className="board-phase">
            <Heading level={3} data-size="2xs">
              {phase}. {name}
            </Heading>
            {here.length === 0 ? (
              <p className="subtle">{t('projects.board.empty')}</p>
            ) : (
              <ul className="plain">
                {here.map((project) => (
                  <ProjectCard key={project.id} project={project} />
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ol>
  );
}
