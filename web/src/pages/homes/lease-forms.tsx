import type { HomeDetail } from '@contract/home.contract.js';
import { routes } from '@contract/routes.contract.js';
import { Details } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { pathOf } from '../../api/path.js';
import { Section } from '../../components/section.js';
import { CommandForm } from '../../forms/command-form.js';
import type { FormField } from '../../forms/form-field.js';

interface HomeProps {
  readonly home: HomeDetail;
}

const text = { kind: 'text', required: true, choices: [], maxLength: 200 } as const;
const date = { kind: 'date', required: true, choices: [] } as const;

function LetHome({ home: { id, boligreservasjon, leiekostnad } }: HomeProps) {
  const { t } = useTranslation();
  const fields: readonly FormField[] = [
    { ...text, name: 'person', label: t('homes.letting.person'), description: t('homes.letting.personHint') },
    { ...date, name: 'fromOn', label: t('homes.letting.fromOn') },
    {
      ...{ ...date, name: 'toOn', required: false },
      label: t('homes.letting.toOn'),
      description: t('homes.letting.toOnHint'),
    },
    {
      ...{ name: 'rent', kind: 'integer', required: false, choices: [], minimum: 0, maximum: 1_000_000 },
      label: t('homes.form.rent'),
    },
  ];
  return (
    <Details data-size="sm">
      <Details.Summary>{t('homes.letting.let')}</Details.Summary>
      <Details.Content>
        <CommandForm
          id="lei-ut"
          fields={fields}
          known={{ person: boligreservasjon?.person, rent: leiekostnad }}
          submitLabel={t('homes.letting.letSend')}
          path={pathOf(routes.letHome, { id })}
          doneText={t('homes.letting.letDone')}
        />
      </Details.Content>
    </Details>
  );
}

interface LeaseProps {
  readonly home: string;
  readonly lease: NonNullable<HomeDetail['leieforhold']>;
}

function ChangeLease({ home, lease }: LeaseProps) {
  const { t } = useTranslation();
  const fields: readonly FormField[] = [
    { ...date, name: 'leavesOn', required: false, label: t('homes.letting.leavesOn') },
    {
      ...{ ...date, name: 'moveRequestedOn', required: false },
      label: t('homes.letting.moveRequestedOn'),
      description: t('homes.letting.moveRequestedHint'),
    },
  ];
  return (
    <Details data-size="sm">
      <Details.Summary>{t('homes.letting.correct')}</Details.Summary>
      <Details.Content>
        <CommandForm
          id="flytting"
          fields={fields}
          known={{ leavesOn: lease.leavesOn }}
          submitLabel={t('homes.letting.correctSend')}
          path={pathOf(routes.changeLease, { id: home, tenancy: lease.id })}
          doneText={t('homes.letting.correctDone')}
        />
      </Details.Content>
    </Details>
  );
}

function EndLease({ home, lease }: LeaseProps) {
  const { t } = useTranslation();
  const fields: readonly FormField[] = [
    { ...date, name: 'endedOn', label: t('homes.letting.endedOn') },
    { ...text, name: 'reason', label: t('homes.letting.endReason'), description: t('homes.letting.endReasonHint') },
  ];
  return (
    <Details data-size="sm">
      <Details.Summary>{t('homes.letting.end')}</Details.Summary>
      <Details.Content>
        <CommandForm
          id="avslutt"
          fields={fields}
          submitLabel={t('homes.letting.endSend')}
          path={pathOf(routes.endLease, { id: home, tenancy: lease.id })}
          doneText={t('homes.letting.endDone')}
        />
      </Details.Content>
    </Details>
  );
}

/** What the landlord does with a lease: lets the home, says when the tenant moves, ends the lease. */
export function LeaseForms({ home }: HomeProps) {
  const { t } = useTranslation();
  const { id, leieforhold: lease } = home;
  return (
    <Section title={t('homes.letting.title')}>
      {lease === null ? (
        <LetHome home={home} />
      ) : (
        <>
          <ChangeLease home={id} lease={lease} />
          <EndLease home={id} lease={lease} />
        </>
      )}
    </Section>
  );
}
