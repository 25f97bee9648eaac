import type { ProjectView } from '@contract/project.contract.js';
import { useTranslation } from 'react-i18next';
import { DeadlineTag } from '../../components/deadline-tag.js';
import { PageLink } from '../../components/page-link.js';
import { WhyThisDate } from '../../components/why-this-date.js';
import { formatDate } from '../../i18n/dates.js';

/** What is late, who has it, and why the date is what it is: everything without leaving the page. */
export function LateProjects({ projects }: { readonly projects: readonly ProjectView[] }) {
  const { t } = useTranslation();
  const late = projects.flatMap((project) =>
    project.waitingFor.flatMap(({ deadline, ...wait }) =>
      deadline?.overdue === true ? [{ ...wait, deadline, project }] : [],
    ),
  );
  if (late.length === 0) return <p>{t('projects.late.none')}</p>;

  return (
    <ul className="plain cards">
      {late.map(({ project, what, who, since, deadline }, index) => (
        <li key={index} className="card late">
          <p>
            <PageLink to="/prosjekter/$projectId" params={{ projectId: project.id }} className="ds-link strong">
              {project.title}
            </PageLink>{' '}
            <span className="subtle">{project.phaseName}</span>
          </p>
          <p>
            {t('projects.late.line', { what, who })}
            <span className="subtle"> {t('projects.late.since', { date: formatDate(since) })}</span>
          </p>
          <p>
            <DeadlineTag deadline={deadline} />
          </p>
          <WhyThisDate deadline={deadline} />
        </li>
      ))}
    </ul>
  );
}
