import type { DefinitionDetail, ProcessFacts } from '@contract/definition.contract.js';
import { Tag } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { processFactsQuery, processQuery } from '../../api/operation-queries.js';
import { Facts } from '../../components/facts.js';
import { useGroupName } from '../../components/group-names.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { Section } from '../../components/section.js';
import { formatDate, formatShortDate } from '../../i18n/dates.js';
import { ProcessDiagram } from './process-diagram.js';
import { ProcessTasks } from './process-tasks.js';

interface OfProcess {
  readonly facts: ProcessFacts;
}

function About({ facts: { readers, attention, starts } }: OfProcess) {
  const { t } = useTranslation();
  const groupName = useGroupName();
  const [owner, ...others] = readers;
  const begins = starts.map(({ name, text }) => [name, text].filter((part) => part !== '').join(': ')).join('; ');
  return (
    <Facts
      items={[
        [t('operation.processes.owner'), owner === undefined ? t('operation.processes.byTask') : groupName(owner)],
        [t('operation.processes.readers'), others.map(groupName).join(', ')],
        [t('operation.processes.starts'), begins],
        [
          t('operation.processes.attention'),
          attention === null ? '' : t('operation.processes.every', { every: attention }),
        ],
      ]}
    />
  );
}

interface VersionsProps extends OfProcess {
  readonly versions: DefinitionDetail['versions'];
}

function Versions({ versions, facts: { running } }: VersionsProps) {
  const { t } = useTranslation();
  return (
    <Section title={t('operation.processes.versions')}>
      <ul className="plain">
        {versions.map(({ version, deployedAt, latest }) => {
          const cases = running.find((one) => one.version === version)?.cases ?? 0;
          return (
            <li key={version}>
              {t('operation.processes.versionOf', { version, date: formatShortDate(deployedAt) })}{' '}
              {latest && (
                <Tag data-size="sm" data-color="success">
                  {t('operation.processes.latest')}
                </Tag>
              )}
              <span className="subtle block">
                {cases === 0
                  ? t('operation.processes.noneRunning')
                  : t('operation.processes.running', { count: cases })}
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** One process: what it is for, who has it, its tasks and deadlines, its versions, and how it is drawn. */
export function ProcessPage() {
  const { t } = useTranslation();
  const { processKey } = useParams({ from: '/closed/prosesser/$processKey' });
  const { data: process } = useSuspenseQuery(processQuery(processKey));
  const { data: facts } = useSuspenseQuery(processFactsQuery(processKey, process.version));
  const { name, version, deployedAt } = process;

  return (
    <Page
      title={name}
      {...(facts.about !== null && { lead: facts.about })}
      above={
        <p className="above">
          <PageLink to="/prosesser">{t('operation.processes.back')}</PageLink> ·{' '}
          {t('operation.processes.versionOf', { version, date: formatDate(deployedAt) })}
        </p>
      }
    >
      <div className="columns">
        <Section title={t('operation.processes.facts')}>
          <About facts={facts} />
        </Section>
        <Versions versions={process.versions} facts={facts} />
      </div>
      <ProcessTasks tasks={facts.tasks} />
      <ProcessDiagram process={process} facts={facts} />
    </Page>
  );
}
