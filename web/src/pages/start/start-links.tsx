import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../api/queries.js';
import { PageLink } from '../../components/page-link.js';
import { Section } from '../../components/section.js';
import { startableBy } from './startable.js';

/** The cases that the reader may begin about a person; nothing where there are none. */
export function StartLinks({ personId }: { readonly personId: string }) {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery());
  const processes = startableBy(me, personId);
  if (processes.length === 0) return null;
  return (
    <Section title={t(me.id === personId ? 'start.own' : 'start.theirs')}>
      <ul className="plain">
        {processes.map((process) => (
          <li key={process}>
            <PageLink to="/personer/$personId/ny-sak/$process" params={{ personId, process }}>
              {t(`start.process.${process}.title`)}
            </PageLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}
