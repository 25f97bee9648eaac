import { routes } from '@contract/routes.contract.js';
import { useTranslation } from 'react-i18next';
import { pathOf } from '../../api/path.js';
import { Section } from '../../components/section.js';

const formats = ['csv', 'json'] as const;

/** The same as files to keep. */
export function TakeAlong({ personId }: { readonly personId: string }) {
  const { t } = useTranslation();
  const path = pathOf(routes.personRecordFile, { id: personId });
  return (
    <Section title={t('aboutMe.take.title')}>
      <p>{t('aboutMe.take.text')}</p>
      <ul className="plain tight">
        {formats.map((format) => (
          <li key={format}>
            <a className="ds-link" href={`/api/v1/${path}?format=${format}`} download>
              {t(`aboutMe.take.${format}`)}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
