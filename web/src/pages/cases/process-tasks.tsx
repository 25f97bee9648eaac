import type { ProcessFacts } from '@contract/definition.contract.js';
import { Table } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useGroupName } from '../../components/group-names.js';
import { Section } from '../../components/section.js';

/** The tasks of a process for people: who does each, and by when. */
export function ProcessTasks({ tasks }: Pick<ProcessFacts, 'tasks'>) {
  const { t } = useTranslation();
  const groupName = useGroupName();
  return (
    <Section title={t('operation.processes.tasks')}>
      {tasks.length === 0 && <p className="subtle">{t('operation.processes.noTasks')}</p>}
      {tasks.length > 0 && (
        <Table className="cards-on-phone" data-size="sm" aria-label={t('operation.processes.tasks')}>
          <Table.Head>
            <Table.Row>
              {(['task', 'who', 'deadline'] as const).map((column) => (
                <Table.HeaderCell key={column}>{t(`operation.processes.${column}`)}</Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {tasks.map(({ node, name, groups, deadline }) => (
              <Table.Row key={node}>
                <Table.HeaderCell scope="row" data-label={t('operation.processes.task')}>
                  {name}
                </Table.HeaderCell>
                <Table.Cell data-label={t('operation.processes.who')}>
                  {groups.length === 0 ? t('operation.processes.computed') : groups.map(groupName).join(', ')}
                </Table.Cell>
                <Table.Cell data-label={t('operation.processes.deadline')}>
                  {deadline !== null && (
                    <>
                      {t('operation.processes.deadlineText', deadline)}
                      <span className="subtle block">{deadline.law}</span>
                    </>
                  )}
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      )}
    </Section>
  );
}
