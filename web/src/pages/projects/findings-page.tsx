import { Heading } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { projectFindingsQuery } from '../../api/queries.js';
import { Empty } from '../../components/empty.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { Section } from '../../components/section.js';
import { formatDate } from '../../i18n/dates.js';
import { FindingLists } from './project-evaluation.js';

/** What finished projects have taught: for whoever begins the next one. */
export function FindingsPage() {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(projectFindingsQuery());
  const lessons = data.items.flatMap(({ project, lessons: lines }) => lines.map((line) => ({ project, line })));
  const above = (
    <p className="above">
      <PageLink to="/prosjekter">{t('project.back')}</PageLink>
    </p>
  );

  return (
    <Page title={t('findings.title')} lead={t('findings.lead')} above={above}>
      {data.items.length === 0 ? (
        <Empty text={t('findings.empty')} next={t('findings.emptyNext')} />
      ) : (
        <>
          <Section title={t('findings.lessons')}>
            <ul>
              {lessons.map(({ project, line }, index) => (
                <li key={index}>
                  {line} <span className="subtle">({project})</span>
                </li>
              ))}
            </ul>
          </Section>
          <Section title={t('findings.projects')}>
            <ul className="plain cards">
              {data.items.map(({ project, projectId, ...finding }) => (
                <li key={`${projectId ?? project} ${finding.months}`} className="card">
                  <Heading level={3} data-size="2xs">
                    {projectId === null ? (
                      project
                    ) : (
                      <PageLink to="/prosjekter/$projectId" params={{ projectId }}>
                        {project}
                      </PageLink>
                    )}
                  </Heading>
                  <p className="subtle">
                    {t('findings.when', { months: finding.months, date: formatDate(finding.writtenAt) })}
                  </p>
                  <FindingLists finding={finding} />
                </li>
              ))}
            </ul>
          </Section>
        </>
      )}
    </Page>
  );
}
