import type { Journey } from '@contract/journey.contract.js';
import { useTranslation } from 'react-i18next';
import { Letters } from '../../components/letters.js';
import { PageLink } from '../../components/page-link.js';
import { PhoneLink } from '../../components/phone-link.js';
import { Section } from '../../components/section.js';
import { WhyThisDate } from '../../components/why-this-date.js';
import { formatWeekday } from '../../i18n/dates.js';
import { CrisisLink } from '../crisis/crisis-link.js';
import { CaseRecords } from '../decisions/case-records.js';
import { Decisions } from '../decisions/decisions.js';
import { JourneyClocks } from './journey-clocks.js';
import { JourneyStages } from './journey-stages.js';
import { WithdrawApplication } from './withdraw-application.js';

interface JourneyProps {
  readonly journey: Journey;
}

function Ball({ journey: { ball } }: JourneyProps) {
  const { t } = useTranslation();
  return (
    <Section title={t('journey.ball.title')} className={ball.you ? 'ball yours' : 'ball'}>
      <p className="big">{ball.you ? t('journey.ball.you') : ball.who}</p>
      <p>{ball.what}</p>
      {ball.phone !== null && (
        <p>
          {t('journey.ball.phone')}: <PhoneLink phone={ball.phone} />
        </p>
      )}
    </Section>
  );
}

function CanDo({ journey: { canDo } }: JourneyProps) {
  const { t } = useTranslation();
  return (
    <Section title={t('journey.canDo.title')}>
      {canDo.length === 0 && <p>{t('journey.canDo.none')}</p>}
      <ul className="plain can-do">
        {canDo.map(({ text, taskId }, index) => (
          <li key={index}>
            {taskId === null ? (
              text
            ) : (
              <PageLink to="/oppgaver/$taskId" params={{ taskId }} className="ds-button" data-variant="primary">
                {text}
              </PageLink>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function NextDate({ journey: { nextDate, missedDate } }: JourneyProps) {
  const { t } = useTranslation();
  return (
    <Section title={t('journey.next.title')}>
      {missedDate !== null && (
        <p>
          {t(missedDate.yours ? 'journey.next.missedByYou' : 'journey.next.missed', {
            what: missedDate.what,
            on: formatWeekday(missedDate.on),
          })}
        </p>
      )}
      {nextDate === null ? (
        missedDate === null && <p>{t('journey.next.none')}</p>
      ) : (
        <>
          <p className="big">
            <time dateTime={nextDate.on}>{formatWeekday(nextDate.on)}</time>
          </p>
          <p>{nextDate.what}</p>
          {nextDate.why.length > 0 && (
            <WhyThisDate deadline={{ dueOn: nextDate.on, why: nextDate.why, language: nextDate.language }} />
          )}
        </>
      )}
    </Section>
  );
}

interface JourneyViewProps extends JourneyProps {
  /** True where the reader is the applicant. */
  readonly isOwn: boolean;
}

/** Where the case is, who has the ball, the next date and what can be done: first on the page, also on a phone. */
export function JourneyView({ journey, isOwn }: JourneyViewProps) {
  const { t } = useTranslation();

  return (
    <>
      <div className="tiles">
        <Ball journey={journey} />
        <CanDo journey={journey} />
        <NextDate journey={journey} />
        <JourneyClocks journey={journey} />
      </div>
      {isOwn && <CrisisLink />}
      <div className="columns">
        <JourneyStages journey={journey} />
        <div className="stack">
          {journey.opensDecisions && <Decisions caseId={journey.id} isOwn={isOwn} />}
          {journey.opensRecords && <CaseRecords caseId={journey.id} isOwn={isOwn} />}
          <Section title={t('common.letters.title')}>
            <Letters letters={journey.letters} isToReader={journey.isToReader} />
          </Section>
          <WithdrawApplication journey={journey} isOwn={isOwn} />
        </div>
      </div>
    </>
  );
}
