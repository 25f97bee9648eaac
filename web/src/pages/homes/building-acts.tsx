import type { BuildingDetail } from '@contract/home.contract.js';
import { routes } from '@contract/routes.contract.js';
import { Details } from '@digdir/designsystemet-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { pathOf } from '../../api/path.js';
import { useStartCase } from '../../api/use-start-case.js';
import { PageLink } from '../../components/page-link.js';
import { FormProblem } from '../../forms/form-problem.js';
import { Section } from '../../components/section.js';
import { CommandForm } from '../../forms/command-form.js';
import type { FormField } from '../../forms/form-field.js';
import { SchemaForm } from '../../forms/schema-form.js';

interface BuildingProps {
  readonly building: BuildingDetail;
}

function FreezeForm({ building: { id, freeze } }: BuildingProps) {
  const { t } = useTranslation();
  const isFrozen = freeze !== null;
  const reason: FormField = {
    ...{ name: 'reason', kind: 'textarea', required: true, choices: [], maxLength: 500 },
    label: t('buildings.act.reason'),
    description: t('buildings.act.freezeHint'),
  };
  return (
    <Details data-size="sm">
      <Details.Summary>{t(isFrozen ? 'buildings.act.thaw' : 'buildings.act.freeze')}</Details.Summary>
      <Details.Content>
        <CommandForm
          id="stans"
          fields={[reason]}
          submitLabel={t(isFrozen ? 'buildings.act.thaw' : 'buildings.act.freeze')}
          path={pathOf(routes.freezeBuilding, { id })}
          bodyOf={(said) => ({ ...said, frozen: !isFrozen })}
          doneText={t(isFrozen ? 'buildings.act.frozen' : 'buildings.act.thawed')}
        />
      </Details.Content>
    </Details>
  );
}

function StaffingForm({ building: { id } }: BuildingProps) {
  const { t } = useTranslation();
  const fields: readonly FormField[] = [
    {
      ...{ name: 'staffing', kind: 'choice', required: true, label: t('buildings.act.staffingHow') },
      choices: (['dogn', 'base', 'ambulant', 'ingen'] as const).map((value) => ({
        value,
        label: t(`buildings.staffingName.${value}`),
      })),
    },
    {
      ...{ name: 'reason', kind: 'textarea', required: true, choices: [], maxLength: 2000 },
      label: t('buildings.act.staffingReason'),
    },
  ];
  return (
    <Details data-size="sm">
      <Details.Summary>{t('buildings.act.staffing')}</Details.Summary>
      <Details.Content>
        <CommandForm
          id="bemanning"
          fields={fields}
          submitLabel={t('buildings.act.staffingSend')}
          path={pathOf(routes.changeStaffing, { id })}
          doneText={t('buildings.act.staffingDone')}
        />
      </Details.Content>
    </Details>
  );
}

function WindDownForm({ building: { id } }: BuildingProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const start = useStartCase('avvikling', (caseId) => void navigate({ to: '/saker/$caseId', params: { caseId } }));
  const number: FormField = {
    ...{ name: 'saksnummer', kind: 'text', required: true, choices: [], maxLength: 100 },
    label: t('buildings.windDown.case'),
    description: t('buildings.windDown.startHint'),
  };
  return (
    <Details data-size="sm">
      <Details.Summary>{t('buildings.windDown.start')}</Details.Summary>
      <Details.Content>
        {start.isError && <FormProblem error={start.error} />}
        <SchemaForm
          fields={[number]}
          submitLabel={t('buildings.windDown.start')}
          busy={start.isPending}
          refused={start.refused}
          submit={(answers) => start.start({ ...answers, bygg: id })}
        />
      </Details.Content>
    </Details>
  );
}

/** What the reader may do with a building, and where its winding down is followed. */
export function BuildingActs({ building: it }: BuildingProps) {
  const { t } = useTranslation();
  const { freeze, changeStaffing, windDown } = it.may;
  return (
    <>
      {it.windDown !== null && (
        <Section title={t('buildings.windDown.title')}>
          <PageLink to="/avvikling/$caseId" params={{ caseId: it.windDown }}>
            {t('buildings.windDown.see')}
          </PageLink>
        </Section>
      )}
      {(freeze || changeStaffing || windDown) && (
        <Section title={t('buildings.act.title')}>
          {freeze && <FreezeForm building={it} />}
          {changeStaffing && <StaffingForm building={it} />}
          {windDown && <WindDownForm building={it} />}
        </Section>
      )}
    </>
  );
}
