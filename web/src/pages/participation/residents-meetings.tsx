import type { AgendaItemView, ResidentsMeetings as Meetings } from '@contract/residents.contract.js';
import { routes } from '@contract/routes.contract.js';
import { Details, Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meetingsQuery } from '../../api/home-queries.js';
import { pathOf } from '../../api/path.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { CommandForm } from '../../forms/command-form.js';
import type { FormField } from '../../forms/form-field.js';
import { formatDate } from '../../i18n/dates.js';

type Meeting = Meetings['meetings'][number];

const colors = { gjort: 'success', ikke: 'warning', venter: 'neutral' } as const;

function Item({ item: { text, outcome, answer } }: { readonly item: AgendaItemView }) {
  const { t } = useTranslation();
  const stand = outcome ?? 'venter';
  return (
    <li>
      <p>
        <strong>{t('buildings.meetings.youSaid')}</strong> {text}
      </p>
      <p>
        <Tag data-size="sm" data-color={colors[stand]}>
          {t(`buildings.meetings.outcome.${stand}`)}
        </Tag>{' '}
        {answer !== null && (
          <>
            <strong>{t('buildings.meetings.weDid')}</strong> {answer}
          </>
        )}
      </p>
    </li>
  );
}

function Items({ items }: { readonly items: readonly AgendaItemView[] }) {
  return (
    <ul className="plain row">
      {items.map((item) => (
        <Item key={item.id} item={item} />
      ))}
    </ul>
  );
}

function useMeetingTitle(): (meeting: Meeting) => string {
  const { t } = useTranslation();
  return ({ heldOn, plannedOn }) => {
    if (heldOn !== null) return t('buildings.meetings.held', { on: formatDate(heldOn) });
    if (plannedOn !== null) return t('buildings.meetings.planned', { on: formatDate(plannedOn) });
    return t('buildings.meetings.unplanned');
  };
}

function OneMeeting({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useTranslation();
  const titleOf = useMeetingTitle();
  const { attendance, activities, meals, items } = meeting;
  const counts = [
    attendance === null ? '' : t('buildings.meetings.attendance', { count: attendance }),
    activities === null ? '' : t('buildings.meetings.activities', { count: activities }),
    meals === null ? '' : t('buildings.meetings.meals', { count: meals }),
  ].filter((text) => text !== '');

  return (
    <li className="stack-tight">
      <Heading level={3} data-size="2xs">
        {titleOf(meeting)} <Tag data-size="sm">{t(`buildings.meetings.state.${meeting.state}`)}</Tag>
      </Heading>
      {counts.length > 0 && <p className="subtle">{counts.join(' · ')}</p>}
      {items.length === 0 ? <p>{t('buildings.meetings.noItems')}</p> : <Items items={items} />}
    </li>
  );
}

/** Says what residents should talk about. Nothing asks who says it. */
export function AgendaForm({ buildingId }: { readonly buildingId: string }) {
  const { t } = useTranslation();
  const field: FormField = {
    ...{ name: 'text', kind: 'textarea', required: true, choices: [], maxLength: 1000 },
    label: t('buildings.meetings.raiseText'),
    description: t('buildings.meetings.raiseHint'),
  };
  return (
    <CommandForm
      id="sak"
      fields={[field]}
      submitLabel={t('buildings.meetings.raiseSend')}
      path={pathOf(routes.agendaItems, { id: buildingId })}
      doneText={t('buildings.meetings.raised')}
    />
  );
}

/** What residents said and what became of it («du sa – vi gjorde»), the newest meeting first. */
export function SaidAndDone({ meetings: { waiting, meetings, contactElectedOn } }: { readonly meetings: Meetings }) {
  const { t } = useTranslation();
  return (
    <>
      {contactElectedOn !== null && <p>{t('buildings.meetings.contact', { on: formatDate(contactElectedOn) })}</p>}
      <Heading level={3} data-size="2xs">
        {t('buildings.meetings.waiting')}
      </Heading>
      {waiting.length === 0 ? <p>{t('buildings.meetings.noneWaiting')}</p> : <Items items={waiting} />}
      {meetings.length === 0 ? (
        <p>{t('buildings.meetings.none')}</p>
      ) : (
        <ul className="plain" aria-label={t('buildings.meetings.said')}>
          {meetings.map((meeting) => (
            <OneMeeting key={meeting.id} meeting={meeting} />
          ))}
        </ul>
      )}
    </>
  );
}

/** The meetings of residents of a building, with a form for those who may raise something. */
export function ResidentsMeetings({ buildingId }: { readonly buildingId: string }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(meetingsQuery(buildingId));
  if (error !== null) return <ProblemAlert error={error} />;
  if (data === undefined) return <Paragraph role="status">{t('common.loading')}</Paragraph>;

  return (
    <div className="stack-tight">
      <SaidAndDone meetings={data} />
      {data.mayRaise && (
        <Details>
          <Details.Summary>{t('buildings.meetings.raise')}</Details.Summary>
          <Details.Content>
            <AgendaForm buildingId={buildingId} />
          </Details.Content>
        </Details>
      )}
    </div>
  );
}
