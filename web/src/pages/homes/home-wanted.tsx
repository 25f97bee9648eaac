import type { WaitingEntryView } from '@contract/waiting-list.contract.js';
import { Tag } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';

const groups = ['psykisk-helse', 'rus', 'rop', 'annet'] as const;

/** What somebody waits for, and what a home must be. */
export function HomeWanted({
  entry: { homeType, wanted, area, must, fitsVacancy },
}: {
  readonly entry: WaitingEntryView;
}) {
  const { t } = useTranslation();
  const group = groups.find((known) => known === must.group);
  const lines = [
    wanted !== null && wanted.toLowerCase() !== homeType.toLowerCase() && t('waitingList.wanted', { wanted }),
    area !== null && t('waitingList.areaOf', { area }),
    group !== undefined && t(`waitingList.forGroup.${group}`),
    must.building !== null && t('waitingList.building', { building: must.building }),
    must.nightStaff && t('waitingList.nightStaff'),
    must.ownEntrance && t('waitingList.ownEntrance'),
    must.avoids && t('waitingList.avoids'),
  ].filter((line) => line !== false);
  return (
    <>
      <span className="strong">{homeType}</span>
      <ul className="plain tight">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {fitsVacancy === true && (
        <Tag data-color="success" data-size="sm">
          {t('waitingList.fits')}
        </Tag>
      )}
    </>
  );
}
