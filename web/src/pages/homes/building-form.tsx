import type { BuildingView } from '@contract/home.contract.js';
import { homeAnswerSchema } from '@contract/home.contract.js';
import { routes } from '@contract/routes.contract.js';
import { Details } from '@digdir/designsystemet-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { pathOf } from '../../api/path.js';
import { CommandForm } from '../../forms/command-form.js';
import { buildingAnswers, buildingBody, newBuilding, useBuildingFields } from './building-fields.js';

/** Enters a building that the register does not have, and goes to its page. */
export function EnterBuilding() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const fields = useBuildingFields({ isNew: true, groups: [] });
  const open = (answer: unknown) => {
    const { id } = homeAnswerSchema.parse(answer);
    void navigate({ to: '/bygg/$buildingId', params: { buildingId: id } });
  };
  return (
    <Details>
      <Details.Summary>{t('buildings.form.enter')}</Details.Summary>
      <Details.Content>
        <CommandForm
          id="nytt-bygg"
          fields={fields}
          known={newBuilding}
          submitLabel={t('buildings.form.enterSend')}
          path={routes.buildings}
          bodyOf={(said) => buildingBody(said)}
          doneText={t('buildings.form.entered')}
          onDone={open}
        />
      </Details.Content>
    </Details>
  );
}

/** Corrects what the register says of a building. */
export function CorrectBuilding({ building }: { readonly building: BuildingView }) {
  const { t } = useTranslation();
  const fields = useBuildingFields({ isNew: false, groups: building.groups });
  return (
    <Details data-size="sm">
      <Details.Summary>{t('buildings.form.correct')}</Details.Summary>
      <Details.Content>
        <p className="above subtle">{t('buildings.form.stays')}</p>
        <CommandForm
          id="rett-bygg"
          fields={fields}
          known={buildingAnswers(building)}
          revision={building.revision}
          submitLabel={t('buildings.form.correctSend')}
          path={pathOf(routes.correctBuilding, { id: building.id })}
          bodyOf={(said) => buildingBody(said, building)}
          doneText={t('buildings.form.corrected')}
        />
      </Details.Content>
    </Details>
  );
}
