import type { BuildingDetail } from '@contract/home.contract.js';
import { Alert, Heading } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../components/facts.js';
import { useGroupName } from '../../components/group-names.js';
import { useTargetGroups } from '../../components/target-groups.js';
import { formatDate } from '../../i18n/dates.js';
import type { bokmaal } from '../../i18n/messages.js';

interface BuildingProps {
  readonly building: BuildingDetail;
}

type Constraint = keyof typeof bokmaal.buildings.constraintName;

function useConstraints(): (constraints: BuildingDetail['constraints']) => string {
  const { t, i18n } = useTranslation();
  const isKnown = (name: string): name is Constraint => i18n.exists(`buildings.constraintName.${name}`);
  return (constraints) =>
    Object.entries(constraints)
      .map(([name, value]) => `${isKnown(name) ? t(`buildings.constraintName.${name}`) : name}: ${value}`)
      .join(', ');
}

/** What the register says of a building. */
export function BuildingFacts({ building: it }: BuildingProps) {
  const { t } = useTranslation();
  const targets = useTargetGroups();
  const groupName = useGroupName();
  const constraints = useConstraints();
  const { staffing, capacity, meetingEvery } = it;
  return (
    <Facts
      items={[
        [t('buildings.for'), targets(it.groups)],
        [t('buildings.address'), it.address ?? ''],
        [t('buildings.owner'), t(`buildings.ownerName.${it.owner}`)],
        [t('buildings.unit'), groupName(it.responsibleUnit)],
        [t('buildings.capacity'), capacity === undefined ? '' : t('buildings.places', { count: capacity })],
        [
          t('buildings.staffing'),
          staffing === null
            ? ''
            : t('buildings.staffed', {
                how: t(`buildings.staffingName.${staffing.staffing}`),
                at: formatDate(staffing.since),
              }),
        ],
        [t('buildings.constraints'), constraints(it.constraints)],
        [t('buildings.meetingEvery'), meetingEvery === undefined ? '' : t(`buildings.every.${meetingEvery}`)],
        [t('buildings.finishedOn'), it.finishedOn === undefined ? '' : formatDate(it.finishedOn)],
        [t('buildings.notes'), it.notes ?? ''],
        [t('buildings.source'), it.source ?? ''],
      ]}
    />
  );
}

/** Work that nobody is agreed for, as whoever it was left to has refused it. */
export function AgreementGaps({ building: { gaps } }: BuildingProps) {
  const { t } = useTranslation();
  if (gaps === null || gaps.length === 0) return null;
  return (
    <Alert data-color="warning">
      <Heading level={3} data-size="2xs">
        {t('buildings.gaps.count', { count: gaps.length })}
      </Heading>
      <ul className="plain tight">
        {gaps.map(({ work, refusedBy, reason, foundAt, times }) => (
          <li key={work}>
            {t('buildings.gaps.one', {
              ...{ work: t(`buildings.work.${work}`), who: t(`buildings.repairer.${refusedBy}`) },
              ...{ reason, at: formatDate(foundAt), count: times },
            })}
          </li>
        ))}
      </ul>
      <p>{t('buildings.gaps.next')}</p>
    </Alert>
  );
}

/** Who repairs what, where that is agreed otherwise than usual. */
export function RepairRules({ building: { repairRules } }: BuildingProps) {
  const { t } = useTranslation();
  return (
    <>
      {repairRules.length === 0 ? (
        <p>{t('buildings.noRepairRules')}</p>
      ) : (
        <Facts
          items={repairRules.map(({ work, responsible, note }) => [
            t(`buildings.work.${work}`),
            note === undefined
              ? t(`buildings.repairer.${responsible}`)
              : `${t(`buildings.repairer.${responsible}`)} (${note})`,
          ])}
        />
      )}
      <p className="subtle">{t('buildings.usualRule')}</p>
    </>
  );
}
