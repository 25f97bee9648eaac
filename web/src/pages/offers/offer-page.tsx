import type { DeadlineView } from '@contract/deadline.contract.js';
import type { OfferView } from '@contract/offer.contract.js';
import type { UserTaskDetail } from '@contract/user-task.contract.js';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { offerQuery } from '../../api/queries.js';
import { Page } from '../../components/page.js';
import { Section } from '../../components/section.js';
import { WhyThisDate } from '../../components/why-this-date.js';
import { formatDate, formatWeekday } from '../../i18n/dates.js';
import { TaskWork } from '../tasks/task-work.js';

interface OfferProps {
  readonly offer: OfferView;
}

function Homes({ offer: { alternatives, viewings } }: OfferProps) {
  const { t } = useTranslation();
  const shownOn = (home: string): string | null => viewings.find((viewing) => viewing.home === home)?.on ?? null;
  return (
    <Section title={t('offers.mine.homes')}>
      <ul className="plain cards">
        {alternatives.map((home) => {
          const on = shownOn(home);
          return (
            <li key={home} className="card">
              <span className="strong">{home}</span>
              <span>{on === null ? t('offers.mine.notShown') : t('offers.mine.shown', { on: formatDate(on) })}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function Moved({ deadline: { dueOn, extensions } }: { readonly deadline: DeadlineView }) {
  const { t } = useTranslation();
  const newest = extensions.at(-1);
  if (newest === undefined) return null;
  return <p>{t('offers.mine.moved', { on: formatDate(dueOn), reason: newest.reason })}</p>;
}

function AnswerBy({ task: { deadline } }: { readonly task: UserTaskDetail }) {
  const { t } = useTranslation();
  return (
    <Section title={t('offers.mine.answerBy')} className="ball yours">
      {deadline !== null && (
        <>
          <p className="big">
            <time dateTime={deadline.dueOn}>{formatWeekday(deadline.dueOn)}</time>
          </p>
          <Moved deadline={deadline} />
          <WhyThisDate deadline={deadline} alone />
        </>
      )}
      <p>{t('offers.mine.noAnswer')}</p>
    </Section>
  );
}

function Help({ offer: { unit, phone } }: OfferProps) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <Section title={t('offers.mine.moreTime')}>
        <p>{t('offers.mine.moreTimeText', { unit })}</p>
        {phone !== null && (
          <p>
            <a className="ds-button" data-variant="secondary" href={`tel:${phone.replaceAll(' ', '')}`}>
              {t('offers.mine.call', { phone })}
            </a>
          </p>
        )}
      </Section>
      <Section title={t('offers.mine.pressure')}>
        <p>{t('offers.mine.pressureText', { unit })}</p>
      </Section>
      <Section title={t('offers.mine.after')}>
        <p>{t('offers.mine.yes')}</p>
        <p>{t('offers.mine.no')}</p>
      </Section>
    </div>
  );
}

/** An offer of homes to the person who is to answer it: until when, which homes, the answer, more time, and pressure. */
export function OfferPage({ task }: { readonly task: UserTaskDetail }) {
  const { t } = useTranslation();
  const { data: offer } = useSuspenseQuery(offerQuery(task.id));
  // Once it is answered, what came of it is all there is to say; the work stays where it is, and focus with it.
  const isOpen = task.state === 'created' || task.state === 'assigned';
  return (
    <Page title={task.name} {...(isOpen && { lead: t('offers.mine.lead', { count: offer.alternatives.length }) })}>
      {isOpen && <AnswerBy task={task} />}
      {isOpen && <Homes offer={offer} />}
      <div className="columns">
        <TaskWork key={task.id} task={task} shownElsewhere={['alternativer']} />
        {isOpen && <Help offer={offer} />}
      </div>
    </Page>
  );
}
