import type { ResidentPlanView, WindDownView } from '@contract/wind-down.contract.js';
import { Table, Tag } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { windDownQuery } from '../../api/home-queries.js';
import { Empty } from '../../components/empty.js';
import { Facts } from '../../components/facts.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { Section } from '../../components/section.js';
import { StateTag } from '../../components/state-tag.js';
import { formatShortDate } from '../../i18n/dates.js';

const steps = ['samtale', 'plan', 'valg', 'ny-bolig', 'flytting', 'ferdig'] as const;

function Progress({ progress }: Pick<WindDownView, 'progress'>) {
  const { t } = useTranslation();
  // Before the residents are found there is nothing to be a part of; `Facts` leaves out what is empty.
  const of = (count: number, total: number): string => (total === 0 ? '' : t('windDown.of', { count, total }));
  const { residents, waiting, told } = progress;
  return (
    <Facts
      items={[
        [t('windDown.residents'), String(residents)],
        ...(['talked', 'planned', 'chosen', 'settled'] as const).map(
          (name) => [t(`windDown.${name}`), of(progress[name], residents)] as const,
        ),
        [t('windDown.waiting'), String(waiting)],
        [t('windDown.told'), of(told, waiting)],
      ]}
    />
  );
}

function Plan({ plan: { id, title, step, ball, nextOn, isLate } }: { readonly plan: ResidentPlanView }) {
  const { t } = useTranslation();
  const isOver = step === 'ferdig';
  return (
    <Table.Row>
      <Table.HeaderCell scope="row" data-label={t('windDown.column.resident')}>
        <PageLink to="/saker/$caseId" params={{ caseId: id }}>
          {title}
        </PageLink>
      </Table.HeaderCell>
      <Table.Cell data-label={t('windDown.column.step')}>
        <Tag data-size="sm" data-color={isOver ? 'success' : 'info'}>
          {t('windDown.stepOf', { step: steps.indexOf(step) + 1, name: t(`windDown.step.${step}`) })}
        </Tag>
      </Table.Cell>
      <Table.Cell data-label={t('windDown.column.ball')}>
        {ball === null ? (
          !isOver && t('windDown.system')
        ) : (
          <>
            <span className="strong">{ball.isResident ? t('windDown.resident') : ball.who}</span>
            <span className="block subtle">{ball.what}</span>
          </>
        )}
      </Table.Cell>
      <Table.Cell data-label={t('windDown.column.next')}>
        {nextOn !== null && <time dateTime={nextOn}>{formatShortDate(nextOn)}</time>}{' '}
        {isLate && (
          <Tag data-size="sm" data-color="danger">
            {t('windDown.late')}
          </Tag>
        )}
      </Table.Cell>
    </Table.Row>
  );
}

function Plans({ plans }: Pick<WindDownView, 'plans'>) {
  const { t } = useTranslation();
  if (plans === null) return <p>{t('windDown.figuresOnly')}</p>;
  if (plans.length === 0) return <Empty text={t('windDown.empty')} next={t('windDown.emptyNext')} />;
  return (
    <Table className="cards-on-phone" data-size="sm" hover>
      <Table.Head>
        <Table.Row>
          {(['resident', 'step', 'ball', 'next'] as const).map((column) => (
            <Table.HeaderCell key={column}>{t(`windDown.column.${column}`)}</Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {plans.map((plan) => (
          <Plan key={plan.id} plan={plan} />
        ))}
      </Table.Body>
    </Table>
  );
}

/** The winding down of a building, resident by resident: how far, who has the ball, the next date. */
export function WindDownPage() {
  const { t } = useTranslation();
  const { caseId } = useParams({ from: '/closed/avvikling/$caseId' });
  const { data: it } = useSuspenseQuery(windDownQuery(caseId));

  return (
    <Page
      title={t('windDown.title', { title: it.title })}
      lead={t('windDown.lead')}
      above={
        <p className="above">
          <StateTag state={it.state} />{' '}
          <PageLink to="/saker/$caseId" params={{ caseId: it.id }}>
            {t('windDown.case')}
          </PageLink>
        </p>
      }
    >
      <Section title={t('windDown.progress')}>
        <Progress progress={it.progress} />
      </Section>
      <Section title={t('windDown.plans')}>
        <Plans plans={it.plans} />
      </Section>
    </Page>
  );
}
