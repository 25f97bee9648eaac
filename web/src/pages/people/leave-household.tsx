import type { PersonHousehold } from '@contract/household.contract.js';
import { routes } from '@contract/routes.contract.js';
import { useTranslation } from 'react-i18next';
import { pathOf } from '../../api/path.js';
import { HouseholdForm } from './household-form.js';

interface LeaveHouseholdProps {
  readonly household: PersonHousehold;
  readonly member: PersonHousehold['members'][number];
  readonly done: (text: string) => void;
  readonly cancel: () => void;
}

/** Takes somebody out of a household: they moved, or never were in it. */
export function LeaveHousehold({ household, member, done, cancel }: LeaveHouseholdProps) {
  const { t } = useTranslation();
  const { id, revision, members } = household;
  const { name } = member;
  const wrong = t('persons.household.form.wrong', { name });
  return (
    <HouseholdForm
      title={t('persons.household.form.removeTitle', { name })}
      fields={[{ name: 'wasWrong', label: wrong, kind: 'check', required: false, choices: [] }]}
      day={{ label: t('persons.household.form.to'), description: t('persons.household.form.toHint') }}
      wishOf={(written) => {
        const stay = members.filter((one) => one.person !== member.person);
        const body = { ...written, members: stay.map(({ person, role }) => ({ person, role })) };
        return { path: pathOf(routes.changeHousehold, { id }), body, revision };
      }}
      done={() => done(t('persons.household.removed', { name }))}
      cancel={cancel}
    />
  );
}
