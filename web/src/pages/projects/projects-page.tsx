import { Button } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meQuery, projectsQuery } from '../../api/queries.js';
import { startsProjects } from '../../app/groups.js';
import { Empty } from '../../components/empty.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { Section } from '../../components/section.js';
import { LateProjects } from './late-projects.js';
import { ProjectBoard } from './project-board.js';
import { ProjectTable } from './project-table.js';

function CreateProject() {
  const { t } = useTranslation();
  return (
    <Button asChild>
      <PageLink to="/prosjekter/nytt" className="ds-button">
        {t('projects.create')}
      </PageLink>
    </Button>
  );
}

/** The portfolio: what is late and why comes first, then the board by phase and its table. */
export function ProjectsPage() {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery());
  const { data } = useSuspenseQuery(projectsQuery());
  const action = startsProjects(me) ? <CreateProject /> : undefined;

  return (
    <Page title={t('projects.title')} lead={t('projects.lead')} action={action}>
      {data.items.length === 0 ? (
        <Empty text={t('projects.empty')} next={t('projects.emptyNext')} />
      ) : (
        <>
          <p>
            <PageLink to="/prosjekter/erfaringer">{t('findings.title')}</PageLink>
          </p>
          <Section title={t('projects.late.title')}>
            <LateProjects projects={data.items} />
          </Section>
          <Section title={t('projects.board.title')}>
            <ProjectBoard phases={data.phases} projects={data.items} />
          </Section>
          <Section title={t('projects.table.title')}>
            <ProjectTable projects={data.items} />
          </Section>
        </>
      )}
    </Page>
  );
}
