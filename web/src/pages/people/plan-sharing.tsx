import type { HousingPlanView } from '@contract/housing-plan.contract.js';
import { routes } from '@contract/routes.contract.js';
import { Button } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { pathOf } from '../../api/path.js';
import { useCommand } from '../../api/use-command.js';
import { useGroupName } from '../../components/group-names.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { Section } from '../../components/section.js';
import { CommandForm } from '../../forms/command-form.js';
import { formatDate } from '../../i18n/dates.js';

type Sharer = HousingPlanView['choices'][number];

function useNameOf(): (sharer: Sharer) => string {
  const { t } = useTranslation();
  const groupName = useGroupName();
  return ({ group, name }) => name ?? (group === null ? t('plan.share.helper') : groupName(group));
}

function Share({ person, share }: { readonly person: string; readonly share: HousingPlanView['shares'][number] }) {
  const { t } = useTranslation();
  const name = useNameOf()(share);
  const command = useCommand();
  const path = pathOf(routes.withdrawPlan, { id: person, share: share.id });
  return (
    <li className="card">
      {command.isError && <ProblemAlert error={command.error} />}
      <p>
        <strong>{name}</strong>{' '}
        <span className="subtle">{t('plan.share.since', { date: formatDate(share.sharedAt) })}</span>
      </p>
      <Button
        variant="secondary"
        data-size="sm"
        aria-label={t('plan.share.stopWith', { name })}
        loading={command.isPending}
        onClick={() => command.mutate({ path, body: {} })}
      >
        {t('plan.share.stop')}
      </Button>
    </li>
  );
}

/** Whom the owner of a plan lets see it, and the way to share it with somebody else. */
export function PlanSharing({ plan: { person, shares, choices } }: { readonly plan: HousingPlanView }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const choiceOf = (value: unknown) => {
    const chosen = choices.find(({ actor, group }) => (actor ?? group) === value);
    return chosen?.actor === null ? { group: value } : { actor: value };
  };
  return (
    <Section title={t('plan.share.title')}>
      {shares.length === 0 && <p>{t('plan.share.none')}</p>}
      {shares.length > 0 && (
        <ul className="plain cards" aria-label={t('plan.share.title')}>
          {shares.map((share) => (
            <Share key={share.id} person={person} share={share} />
          ))}
        </ul>
      )}
      {choices.length > 0 && (
        <CommandForm
          id="deling"
          fields={[
            {
              ...{ name: 'with', label: t('plan.share.with'), description: t('plan.share.hint'), asMenu: true },
              ...{ kind: 'choice', required: true },
              choices: choices.map((one) => ({ value: one.actor ?? one.group ?? '', label: nameOf(one) })),
            },
          ]}
          submitLabel={t('plan.share.submit')}
          path={pathOf(routes.sharePlan, { id: person })}
          bodyOf={({ with: value }) => choiceOf(value)}
          doneText={t('plan.share.done')}
        />
      )}
    </Section>
  );
}
