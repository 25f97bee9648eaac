import type { ProjectDetail } from '@contract/project-detail.contract.js';
import { Table, Tag } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../components/facts.js';
import { formatShortDate } from '../../i18n/dates.js';

const decisions = ['ja', 'tilbake', 'nei', 'vedtatt', 'ny-horing', 'avvist', 'lagt-fram'] as const;
const outcomes = ['fulgt', 'delvis', 'ikke-fulgt'] as const;

type Condition = ProjectDetail['politicalCases'][number]['conditions'][number];

/** What politicians wanted to be done, and what became of each. */
function Conditions({ conditions }: { readonly conditions: readonly Condition[] }) {
  const { t } = useTranslation();
  if (conditions.length === 0) return <span className="subtle">{t('project.politics.noConditions')}</span>;
  return (
    <ul className="plain">
      {conditions.map(({ text, outcome, answer }) => (
        <li key={text}>
          {text}{' '}
          <Tag data-size="sm" data-color={outcome === 'fulgt' ? 'success' : outcome === null ? 'neutral' : 'warning'}>
            {t(`project.politics.outcomes.${outcomes.find((one) => one === outcome) ?? 'open'}`)}
          </Tag>
          {answer !== '' && <span className="subtle block">{answer}</span>}
        </li>
      ))}
    </ul>
  );
}

/** What politicians decided, with case number and conditions. */
export function PoliticalCases({ cases }: { readonly cases: ProjectDetail['politicalCases'] }) {
  const { t } = useTranslation();
  if (cases.length === 0) return <p className="subtle">{t('project.politics.empty')}</p>;
  const nameOf = (decision: string): string => {
    const known = decisions.find((one) => one === decision);
    return known === undefined ? decision : t(`project.politics.decisions.${known}`);
  };

  return (
    <Table className="cards-on-phone" data-size="sm">
      <Table.Head>
        <Table.Row>
          {(['caseNumber', 'decision', 'date', 'conditions'] as const).map((column) => (
            <Table.HeaderCell key={column}>{t(`project.politics.${column}`)}</Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {cases.map(({ caseNumber, decision, decidedAt, conditions, reason }) => (
          <Table.Row key={decidedAt}>
            <Table.HeaderCell scope="row" data-label={t('project.politics.caseNumber')}>
              {caseNumber || t('project.politics.noNumber')}
            </Table.HeaderCell>
            <Table.Cell data-label={t('project.politics.decision')}>
              {nameOf(decision)}
              {reason !== '' && <span className="subtle block">{reason}</span>}
            </Table.Cell>
            <Table.Cell data-label={t('project.politics.date')}>{formatShortDate(decidedAt)}</Table.Cell>
            <Table.Cell data-label={t('project.politics.conditions')}>
              <Conditions conditions={conditions} />
            </Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  );
}

/** The sites side by side: where the staff and where the residents put each of them. */
export function ProjectSites({ sites }: Pick<ProjectDetail, 'sites'>) {
  const { t } = useTranslation();
  if (sites === null) return <p className="subtle">{t('project.sites.empty')}</p>;
  const placeOf = (place: number | null) =>
    place === null ? (
      <span className="subtle">{t('project.sites.notRanked')}</span>
    ) : (
      t('project.sites.place', { place })
    );

  return (
    <>
      <Table className="cards-on-phone" data-size="sm">
        <Table.Head>
          <Table.Row>
            {(['site', 'staff', 'residents'] as const).map((column) => (
              <Table.HeaderCell key={column}>{t(`project.sites.${column}`)}</Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {sites.items.map(({ name, staffRank, residentRank, isChosen }) => (
            <Table.Row key={name}>
              <Table.HeaderCell scope="row" data-label={t('project.sites.site')}>
                {name} {isChosen && <Tag data-size="sm">{t('project.sites.chosen')}</Tag>}
              </Table.HeaderCell>
              <Table.Cell data-label={t('project.sites.staff')}>{placeOf(staffRank)}</Table.Cell>
              <Table.Cell data-label={t('project.sites.residents')}>{placeOf(residentRank)}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
      <Facts
        items={[
          [t('project.sites.assessment'), sites.assessment],
          [t('project.sites.staffText'), sites.staffText],
          [t('project.sites.residentText'), sites.residentText],
          [t('project.sites.reason'), sites.reason],
        ]}
      />
    </>
  );
}
