import type { PersonHousehold } from '@contract/household.contract.js';
import type { PersonView } from '@contract/person.contract.js';
import { routes } from '@contract/routes.contract.js';
import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pathOf } from '../../api/path.js';
import type { Wish } from '../../api/use-command.js';
import { PersonChoice } from '../../components/person-choice.js';
import type { ChosenPerson } from '../../components/person-choice.js';
import type { FormField } from '../../forms/form-field.js';
import { HouseholdForm, OpenedHeading } from './household-form.js';

interface AddToHouseholdProps {
  readonly person: PersonView;
  /** Absent where the person has none: one is registered. */
  readonly household?: PersonHousehold;
  readonly done: (text: string) => void;
  readonly cancel: () => void;
}

function useRoleField(): (field: string, name: string) => FormField {
  const { t } = useTranslation();
  const choices = [
    { value: 'voksen', label: t('persons.household.form.adult') },
    { value: 'barn', label: t('persons.household.form.child') },
  ];
  return (field, name) => {
    return { name: field, label: t('persons.household.form.role', { name }), kind: 'choice', required: true, choices };
  };
}

interface Addition {
  readonly person: PersonView;
  readonly household: PersonHousehold | undefined;
  readonly chosen: ChosenPerson;
}

function wishOf({ person, household, chosen }: Addition, written: Readonly<Record<string, unknown>>): Wish {
  const { role, ownRole, ...rest } = written;
  const added = { person: chosen.id, role };
  if (household === undefined)
    return { path: routes.households, body: { ...rest, members: [{ person: person.id, role: ownRole }, added] } };
  const there = household.members.map((member) => ({ person: member.person, role: member.role }));
  const path = pathOf(routes.changeHousehold, { id: household.id });
  return { path, body: { ...rest, members: [...there, added] }, revision: household.revision };
}

/** Finds somebody by name and takes them into the household of the person. */
export function AddToHousehold({ person, household, done, cancel }: AddToHouseholdProps) {
  const { t } = useTranslation();
  const roleField = useRoleField();
  const [chosen, choose] = useState<ChosenPerson>();
  if (chosen === undefined)
    return (
      <div className="stack-tight">
        <OpenedHeading>
          {t(household === undefined ? 'persons.household.register' : 'persons.household.add')}
        </OpenedHeading>
        <PersonChoice label={t('persons.household.form.whoTitle')} choose={choose} />
        <div>
          <Button variant="tertiary" onClick={cancel}>
            {t('persons.cancel')}
          </Button>
        </div>
      </div>
    );

  const { name } = chosen;
  const own = household === undefined ? [roleField('ownRole', person.name)] : [];
  return (
    <HouseholdForm
      title={t('persons.household.form.addTitle', { name })}
      fields={[roleField('role', name), ...own]}
      day={{ label: t('persons.household.form.from') }}
      wishOf={(written) => wishOf({ person, household, chosen }, written)}
      done={() => done(t('persons.household.added', { name }))}
      cancel={cancel}
    >
      <div>
        <Button variant="tertiary" data-size="sm" onClick={() => choose(undefined)}>
          {t('persons.household.form.other')}
        </Button>
      </div>
    </HouseholdForm>
  );
}
