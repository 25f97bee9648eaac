import type { HomeView } from '@contract/home.contract.js';
import { homeAnswerSchema } from '@contract/home.contract.js';
import { routes } from '@contract/routes.contract.js';
import { Details } from '@digdir/designsystemet-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { pathOf } from '../../api/path.js';
import { CommandForm } from '../../forms/command-form.js';
import type { FormField } from '../../forms/form-field.js';
import { emptyOf } from '../../forms/form-values.js';

const text = { kind: 'text', required: false, choices: [], maxLength: 200 } as const;
const number = { kind: 'integer', required: false, choices: [], minimum: 0 } as const;
const check = { kind: 'check', required: false, choices: [] } as const;

function useNumbers(): readonly FormField[] {
  const { t } = useTranslation();
  return [
    { ...number, name: 'bruksareal', label: t('homes.form.area'), minimum: 1, maximum: 10_000 },
    { ...number, name: 'antallSoverom', label: t('homes.bedrooms'), maximum: 50 },
    { ...number, name: 'etasjenummer', label: t('homes.floor'), minimum: -5, maximum: 100 },
    { ...number, name: 'leiekostnad', label: t('homes.form.rent'), maximum: 1_000_000 },
  ];
}

function useFields(isNew: boolean): readonly FormField[] {
  const { t } = useTranslation();
  const id: FormField = {
    ...{ ...text, name: 'id', required: true, maxLength: 100 },
    label: t('buildings.form.id'),
    description: t('buildings.form.idHint'),
  };
  return [
    { ...text, name: 'name', label: t('homes.form.name'), required: true },
    ...(isNew ? [id] : []),
    {
      ...{ ...text, name: 'boligtype', label: t('homes.column.type'), required: true },
      description: t('homes.form.typeHint'),
    },
    ...useNumbers(),
    {
      ...{ ...text, name: 'disposisjonsform', label: t('homes.disposal'), required: true },
      description: t('homes.form.disposalHint'),
    },
    {
      ...{ name: 'egenskaper', kind: 'list', required: false, choices: [], maxItems: 50 },
      label: t('homes.features'),
      description: t('homes.form.featuresHint'),
    },
    { ...check, name: 'erBofellesskap', label: t('homes.form.sharedIs') },
    { ...check, name: 'erTilgjengeligForRullestolbruker', label: t('homes.form.wheelchairIs') },
    { ...check, name: 'leieTilEiePotensial', label: t('homes.form.toOwn') },
    {
      ...{ name: 'status', kind: 'choice', required: true, label: t('homes.form.status') },
      choices: (['i-bruk', 'under-arbeid', 'utgatt'] as const).map((value) => ({
        value,
        label: t(`homes.form.statusName.${value}`),
      })),
    },
    { ...text, name: 'koboId', label: t('homes.koboId') },
    { ...text, name: 'fdvuBoligId', label: t('homes.form.fdvu') },
    { ...text, name: 'source', label: t('homes.source') },
  ];
}

/** Enters a home in a building, and goes to its page. */
export function EnterHome({ building }: { readonly building: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const fields = useFields(true);
  const open = (answer: unknown) => {
    const { id } = homeAnswerSchema.parse(answer);
    void navigate({ to: '/boliger/$homeId', params: { homeId: id } });
  };
  return (
    <Details data-size="sm">
      <Details.Summary>{t('homes.form.enter')}</Details.Summary>
      <Details.Content>
        <CommandForm
          id="ny-bolig"
          fields={fields}
          known={{ status: 'i-bruk' }}
          submitLabel={t('homes.form.enterSend')}
          path={routes.homes}
          bodyOf={(said) => ({ egenskaper: [], ...said, building })}
          doneText={t('homes.form.entered')}
          onDone={open}
        />
      </Details.Content>
    </Details>
  );
}

/** Corrects what the register says of a home. */
export function CorrectHome({ home }: { readonly home: HomeView }) {
  const { t } = useTranslation();
  const fields = useFields(false);
  const emptied = emptyOf(fields);
  return (
    <Details data-size="sm">
      <Details.Summary>{t('homes.form.correct')}</Details.Summary>
      <Details.Content>
        <p className="above subtle">{t('buildings.form.stays')}</p>
        <CommandForm
          id="rett-bolig"
          fields={fields}
          known={home}
          revision={home.revision}
          submitLabel={t('homes.form.correctSend')}
          path={pathOf(routes.correctHome, { id: home.id })}
          bodyOf={(said) => ({ egenskaper: [], ...emptied, ...said })}
          doneText={t('homes.form.corrected')}
        />
      </Details.Content>
    </Details>
  );
}
