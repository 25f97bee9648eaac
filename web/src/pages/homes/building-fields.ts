import type { BuildingView } from '@contract/home.contract.js';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../../forms/form-field.js';
import { bokmaal } from '../../i18n/messages.js';
import { useTargetGroups } from '../../components/target-groups.js';

const kindsOfWork = ['las-dor', 'vann', 'varme', 'strom', 'brann', 'fellesareal', 'annet'] as const;
const repairers = ['trondheim-eiendom', 'borettslag', 'stiftelse', 'leietaker'] as const;
const owners = ['kommune', 'borettslag', 'stiftelse', 'privat'] as const;
const statuses = ['planlagt', 'i-bruk', 'avvikles', 'stengt'] as const;
const paces = ['P1M', 'P2M', 'P3M', 'P6M'] as const;

const text = { kind: 'text', required: false, choices: [], maxLength: 200 } as const;
const choice = { kind: 'choice', required: true, asMenu: true } as const;

type Answers = Readonly<Record<string, unknown>>;

interface FieldsOf {
  readonly isNew: boolean;
  /** Those that the building is for now. */
  readonly groups: readonly string[];
}

function useRepairFields(): readonly FormField[] {
  const { t } = useTranslation();
  const usual = { value: 'som-ellers', label: t('buildings.form.asUsual') };
  const choices = [usual, ...repairers.map((value) => ({ value, label: t(`buildings.repairer.${value}`) }))];
  return kindsOfWork.map((work) => ({
    ...{ ...choice, name: `repair-${work}`, choices },
    label: t('buildings.form.repair', { work: t(`buildings.work.${work}`).toLowerCase() }),
  }));
}

function useMainFields({ isNew, groups }: FieldsOf): readonly FormField[] {
  const { t } = useTranslation();
  const targets = useTargetGroups();
  const known = [...new Set([...Object.keys(bokmaal.buildings.target), ...groups])];
  const id: FormField = {
    ...{ ...text, name: 'id', required: true, maxLength: 100 },
    label: t('buildings.form.id'),
    description: t('buildings.form.idHint'),
  };
  return [
    { ...text, name: 'name', label: t('buildings.form.name'), required: true },
    ...(isNew ? [id] : []),
    { ...text, name: 'address', label: t('buildings.address') },
    {
      ...{ name: 'groups', kind: 'choices', required: false, label: t('buildings.form.groups') },
      choices: known.map((value) => ({ value, label: targets([value]) })),
    },
    {
      ...{ ...choice, name: 'owner', label: t('buildings.owner') },
      choices: owners.map((value) => ({ value, label: t(`buildings.ownerName.${value}`) })),
    },
    {
      ...{ ...text, name: 'responsibleUnit', label: t('buildings.unit'), required: true, maxLength: 50 },
      description: t('buildings.form.unitHint'),
    },
    {
      ...{ ...choice, name: 'status', label: t('buildings.form.status') },
      choices: statuses.map((value) => ({ value, label: t(`buildings.status.${value}`) })),
    },
  ];
}

/** What is asked of a building. */
export function useBuildingFields(of: FieldsOf): readonly FormField[] {
  const { t } = useTranslation();
  const usual = { value: 'som-ellers', label: t('buildings.form.meetingUsual') };
  return [
    ...useMainFields(of),
    { ...text, name: 'capacity', kind: 'integer', label: t('buildings.form.capacity'), minimum: 0, maximum: 10_000 },
    { ...text, name: 'finishedOn', kind: 'date', label: t('buildings.finishedOn') },
    { ...text, name: 'kjonn', label: t('buildings.form.gender'), description: t('buildings.form.genderHint') },
    { ...text, name: 'alder', label: t('buildings.form.age'), description: t('buildings.form.ageHint') },
    {
      ...{ ...choice, name: 'meetingEvery', label: t('buildings.meetingEvery') },
      choices: [usual, ...paces.map((value) => ({ value, label: t(`buildings.every.${value}`) }))],
    },
    ...useRepairFields(),
    { ...text, name: 'source', label: t('buildings.source') },
    { ...text, name: 'notes', kind: 'textarea', label: t('buildings.notes'), maxLength: 4000 },
  ];
}

const agreed: Answers = Object.fromEntries(
  ['meetingEvery', ...kindsOfWork.map((work) => `repair-${work}`)].map((name) => [name, 'som-ellers']),
);

/** What stands in the fields for a building that is new. */
export const newBuilding: Answers = { ...agreed, owner: 'kommune', status: 'i-bruk' };

/** What stands in the fields for a building as it is. */
export function buildingAnswers({ constraints, repairRules, ...facts }: BuildingView): Answers {
  const rules = repairRules.map(({ work, responsible }) => [`repair-${work}`, responsible]);
  return { ...agreed, ...facts, ...constraints, ...Object.fromEntries(rules) };
}

// What a correction says of a field that stands empty; otherwise it would stay as it was.
const nothingSaid = { address: null, capacity: null, finishedOn: null, meetingEvery: null, source: null, notes: null };

/** What is sent for these answers. What the page does not ask for stays as the building had it. */
export function buildingBody(answers: Answers, before?: BuildingView): Answers {
  const { kjonn, alder, meetingEvery, ...said } = answers;
  const { kjonn: _kjonn, alder: _alder, ...otherConstraints } = before?.constraints ?? {};
  const facts = Object.entries(said).filter(([name]) => !name.startsWith('repair-'));
  const repairRules = kindsOfWork.flatMap((work) => {
    const responsible = answers[`repair-${work}`];
    if (responsible === undefined || responsible === 'som-ellers') return [];
    const same = before?.repairRules.find((rule) => rule.work === work && rule.responsible === responsible);
    return [same ?? { work, responsible }];
  });
  const emptied = before === undefined ? {} : nothingSaid;
  return {
    ...{ groups: [], ...emptied, ...Object.fromEntries(facts), repairRules },
    constraints: { ...otherConstraints, ...(kjonn ? { kjonn } : {}), ...(alder ? { alder } : {}) },
    ...(meetingEvery === 'som-ellers' ? {} : { meetingEvery }),
  };
}
