import type { PriorityRuleView } from '@contract/priority-rule.contract.js';
import { routes } from '@contract/routes.contract.js';
import { Table, Tag } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { pathOf } from '../../api/path.js';
import { PageLink } from '../../components/page-link.js';
import { Section } from '../../components/section.js';
import { formatDate } from '../../i18n/dates.js';

/** Where a version of the key is as DMN. */
export const keyFile = (version: number): string =>
  `/api/v1/${pathOf(routes.priorityRuleXml, { version: String(version) })}`;

function By({ by, adoptedIn }: Pick<PriorityRuleView['versions'][number], 'by' | 'adoptedIn'>) {
  const { t } = useTranslation();
  if (adoptedIn !== null) {
    return (
      <PageLink to="/saker/$caseId" params={{ caseId: adoptedIn }}>
        {t('priorityKey.inCase')}
      </PageLink>
    );
  }
  return by ?? t('priorityKey.delivered');
}

/** The versions of the key, the newest first, with the days on which each counted. */
export function KeyVersions({ versions }: Pick<PriorityRuleView, 'versions'>) {
  const { t } = useTranslation();
  return (
    <Section title={t('priorityKey.versions')}>
      <Table className="cards-on-phone" data-size="sm">
        <Table.Head>
          <Table.Row>
            {(['version', 'from', 'to', 'by', 'file'] as const).map((column) => (
              <Table.HeaderCell key={column}>{t(`priorityKey.versionColumn.${column}`)}</Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {versions.map(({ version, from, to, by, adoptedIn }) => (
            <Table.Row key={version}>
              <Table.HeaderCell scope="row" data-label={t('priorityKey.versionColumn.version')}>
                {version}
              </Table.HeaderCell>
              <Table.Cell data-label={t('priorityKey.versionColumn.from')}>{formatDate(from)}</Table.Cell>
              <Table.Cell data-label={t('priorityKey.versionColumn.to')}>
                {to === null ? (
                  <Tag data-color="success" data-size="sm">
                    {t('priorityKey.now')}
                  </Tag>
                ) : (
                  formatDate(to)
                )}
              </Table.Cell>
              <Table.Cell data-label={t('priorityKey.versionColumn.by')}>
                <By by={by} adoptedIn={adoptedIn} />
              </Table.Cell>
              <Table.Cell data-label={t('priorityKey.versionColumn.file')}>
                <a className="ds-link" href={keyFile(version)} download={`prioriteringsnokkel-${version}.dmn`}>
                  {t('priorityKey.downloadOf', { version })}
                </a>
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </Section>
  );
}
