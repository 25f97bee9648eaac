import type { NoticeView } from '@contract/notice.contract.js';
import { Tag } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';

const colors = {
  ...{ queued: 'neutral', sending: 'info', sent: 'success', failed: 'danger', bounced: 'danger' },
  ...{ dropped: 'neutral', merged: 'neutral' },
} as const;

/** How far a message has come, and why it did not arrive. */
export function NoticeState({
  notice: { state, stateText, why, failure, inSummary },
}: {
  readonly notice: NoticeView;
}) {
  const { t } = useTranslation();
  return (
    <>
      <Tag data-color={colors[state]} data-size="sm">
        {stateText}
      </Tag>
      {inSummary && <span className="subtle block">{t('notices.inSummary')}</span>}
      {(why ?? failure) !== null && <span className="block">{why ?? failure}</span>}
    </>
  );
}
