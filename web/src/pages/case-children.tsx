import type { ProcessInstanceView } from '@contract/process-instance.contract.js';
import { PageLink } from '../components/page-link.js';
import { StateTag } from '../components/state-tag.js';

/** Cases that this case has started. */
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
