import { useTranslation } from 'react-i18next';

interface PlacementReasonsProps {
  readonly group: number;
  readonly reasons: readonly { readonly condition: string; readonly text: string }[];
}

/** Where the priority key puts somebody, and which of its rows say so. */
export function PlacementReasons({ group, reasons }: PlacementReasonsProps) {
  const { t } = useTranslation();
  return (
    <div>
      <span className="strong">{t('waitingList.groupOf', { group })}</span>
      {reasons.length === 0 && <p className="subtle">{t('waitingList.noReason')}</p>}
      {reasons.length > 0 && (
        <ul className="plain tight">
          {reasons.map(({ condition, text }) => (
            <li key={`${condition} ${text}`}>
              {condition}: {text}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
