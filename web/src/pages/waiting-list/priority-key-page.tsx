import type { PriorityRuleView } from '@contract/priority-rule.contract.js';
import { Table } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meQuery, priorityRuleQuery } from '../../api/queries.js';
import { seesWhoWaits } from '../../app/groups.js';
import { Page } from '../../components/page.js';
import { Section } from '../../components/section.js';
import { KeyProposals } from './key-proposals.js';
import { keyFile, KeyVersions } from './key-versions.js';
import { TryKey } from './try-key.js';

interface KeyProps {
  readonly rule: PriorityRuleView;
}

function Rows({ rule: { rows } }: KeyProps) {
  const { t } = useTranslation();
  return (
    <Table className="cards-on-phone" data-size="sm" aria-label={t('priorityKey.inForce')}>
      <Table.Head>
        <Table.Row>
          {(['group', 'condition', 'text', 'limit'] as const).map((column) => (
            <Table.HeaderCell key={column}>{t(`priorityKey.column.${column}`)}</Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {rows.map(({ id, group, condition, text, limits }) => (
          <Table.Row key={id}>
            <Table.Cell data-label={t('priorityKey.column.group')}>{t('priorityKey.groupOf', { group })}</Table.Cell>
            <Table.Cell data-label={t('priorityKey.column.condition')}>{condition}</Table.Cell>
            <Table.HeaderCell scope="row" data-label={t('priorityKey.column.text')}>
              {text}
            </Table.HeaderCell>
            <Table.Cell data-label={t('priorityKey.column.limit')}>
              {limits.map((limit) => t('priorityKey.limit', limit)).join(', ')}
            </Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  );
}

function InForce({ rule }: KeyProps) {
  const { t } = useTranslation();
  return (
    <Section title={t('priorityKey.inForce')}>
      <p>
        {t('priorityKey.versionIs', { version: rule.version })} ·{' '}
        <a className="ds-link" href={keyFile(rule.version)} download={`prioriteringsnokkel-${rule.version}.dmn`}>
          {t('priorityKey.download')}
        </a>
      </p>
      <p className="prose">
        {t('priorityKey.how')} {t('priorityKey.never')}
      </p>
      {rule.rows.length === 0 ? <p>{t('priorityKey.noTable')}</p> : <Rows rule={rule} />}
    </Section>
  );
}

/** The priority key that counts now, its versions and proposals; those who see who waits may try another one. */
export function PriorityKeyPage() {
  const { t } = useTranslation();
  const { data: rule } = useSuspenseQuery(priorityRuleQuery());
  const { data: me } = useSuspenseQuery(meQuery());
  return (
    <Page title={t('priorityKey.title')} lead={t('priorityKey.lead')}>
      <InForce rule={rule} />
      <KeyVersions versions={rule.versions} />
      <KeyProposals proposals={rule.proposals} />
      {seesWhoWaits(me) && <TryKey />}
    </Page>
  );
}
