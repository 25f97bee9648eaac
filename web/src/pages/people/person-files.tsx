import { personRowSchema } from '@contract/person-file.contract.js';
import { routes } from '@contract/routes.contract.js';
import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { FileImport } from '../../components/file-import.js';
import { FileLinks } from '../../components/file-links.js';
import { Section } from '../../components/section.js';

/** The register of persons as files to keep and to read in: for whoever leads the office that keeps it. */
export function PersonFiles() {
  const { t } = useTranslation();
  return (
    <>
      <Section title={t('persons.files.title')}>
        <Paragraph>{t('persons.files.lead')}</Paragraph>
        <FileLinks path={routes.personFile} what={t('persons.files.what')} />
      </Section>
      <Section title={t('persons.files.import')}>
        <FileImport
          path={routes.personImport}
          label={t('persons.files.label')}
          hint={t('persons.files.hint')}
          rows={personRowSchema}
        />
      </Section>
    </>
  );
}
