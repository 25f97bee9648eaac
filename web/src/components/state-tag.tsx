import type { ProcessInstanceView } from '@contract/process-instance.contract.js';
import { Tag } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';

const colors = { active: 'info', completed: 'success', cancelled: 'neutral', incident: 'danger' } as const;

/** The state of a case, in words. */
export function StateTag({ state }: { readonly state: ProcessInstanceView['state'] }) {
  const { t } = useTranslation();
  return (
    <Tag data-color={colors[state]} data-size="sm">
      {t(`common.state.${state}`)}
    </Tag>
  );
}
