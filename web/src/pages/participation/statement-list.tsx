import type { StatementView } from '@contract/hearing.contract.js';
import { Tag } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../i18n/dates.js';

/** What people said in a hearing, as everybody may read it. */
export function StatementList({ statements }: { readonly statements: readonly StatementView[] }) {
  const { t } = useTranslation();
  if (statements.length === 0) return <p>{t('hearing.statements.empty')}</p>;

  return (
    <ul className="plain">
      {statements.map(({ id, receivedAt, channel, senderKind, text, isRedacted }) => (
        <li key={id} className="card">
          <p>
            <strong>
              {t('hearing.statements.line', { who: t(`hearing.senders.${senderKind}`), date: formatDate(receivedAt) })}
            </strong>{' '}
            <span className="subtle">({t(`hearing.statements.${channel}`)})</span>{' '}
            {isRedacted && <Tag data-size="sm">{t('hearing.statements.redacted')}</Tag>}
          </p>
          <p className="letter">{text}</p>
        </li>
      ))}
    </ul>
  );
}
