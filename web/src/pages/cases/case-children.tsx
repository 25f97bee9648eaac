import type { ProcessInstanceView } from '@contract/process-instance.contract.js';
import { PageLink } from '../../components/page-link.js';
import { StateTag } from '../../components/state-tag.js';

/** Cases with how they stand, such as those that a case has started. */
export function CaseChildren({ cases }: { readonly cases: readonly ProcessInstanceView[] }) {
  return (
    <ul className="plain">
      {cases.map(({ id, title, state }) => (
        <li key={id}>
          <PageLink to="/saker/$caseId" params={{ caseId: id }}>
            {title}
          </PageLink>{' '}
          <StateTag state={state} />
        </li>
      ))}
    </ul>
  );
}
