import type { EvaluationView, FindingView } from '@contract/evaluation.contract.js';
import { Heading, Tag } from '@digdir/designsystemet-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { DeadlineTag } from '../../components/deadline-tag.js';
import { PageLink } from '../../components/page-link.js';
import { formatDate } from '../../i18n/dates.js';

const outcomes = ['rettet', 'prisavslag', 'ikke-rettet'] as const;

type Round = EvaluationView['rounds'][number];

/** What an evaluation found: what works, what does not, what became of the wishes, and what it teaches. */
export function FindingLists({ finding }: { readonly finding: FindingView }) {
  const { t } = useTranslation();
  const lists = (['works', 'worksNot', 'lessons'] as const).filter((list) => finding[list].length > 0);
  return (
    <>
      {lists.map((list) => (
        <Fragment key={list}>
          <Heading level={4} data-size="2xs">
            {t(`project.evaluation.${list}`)}
          </Heading>
          <ul>
            {finding[list].map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Fragment>
      ))}
      <Heading level={4} data-size="2xs">
        {t('project.evaluation.wishes')}
      </Heading>
      <p>{finding.wishes}</p>
    </>
  );
}

function OneRound({ round: { months, state, beginsOn, finding } }: { readonly round: Round }) {
  const { t } = useTranslation();
  const when =
    finding !== null
      ? t('project.evaluation.written', { date: formatDate(finding.writtenAt) })
      : state === 'ahead' && beginsOn !== null
        ? t('project.evaluation.begins', { date: formatDate(beginsOn) })
        : t('project.evaluation.now');
  return (
    <li className="card">
      <Heading level={3} data-size="2xs">
        {t('project.evaluation.after', { months })}
      </Heading>
      <p className="subtle">{when}</p>
      {finding !== null && <FindingLists finding={finding} />}
    </li>
  );
}

function Defects({ defects }: Pick<EvaluationView, 'defects'>) {
  const { t } = useTranslation();
  return (
    <>
      <Heading level={3} data-size="2xs">
        {t('project.evaluation.defects')}
      </Heading>
      <ul>
        {defects.map(({ text, outcome, answer, deadline }, index) => (
          <li key={index}>
            {text}{' '}
            <Tag data-size="sm" data-color={outcome === null || outcome === 'ikke-rettet' ? 'warning' : 'success'}>
              {t(`project.evaluation.outcomes.${outcomes.find((one) => one === outcome) ?? 'open'}`)}
            </Tag>{' '}
            {deadline !== null && <DeadlineTag deadline={deadline} />}
            {answer !== '' && <span className="subtle block">{answer}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** How the finished building is evaluated, what was found, and what becomes of its defects. */
export function ProjectEvaluation({ evaluation }: { readonly evaluation: EvaluationView }) {
  const { t } = useTranslation();
  const { caseId, rounds, defects } = evaluation;
  return (
    <>
      <ul className="plain cards">
        {rounds.map((round) => (
          <OneRound key={round.months} round={round} />
        ))}
      </ul>
      {defects.length > 0 && <Defects defects={defects} />}
      <p>
        <PageLink to="/saker/$caseId" params={{ caseId }}>
          {t('project.evaluation.case')}
        </PageLink>{' '}
        · <PageLink to="/prosjekter/erfaringer">{t('findings.title')}</PageLink>
      </p>
    </>
  );
}
