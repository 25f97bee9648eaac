import { buildingRowSchema } from '@contract/building-file.contract.js';
import { routes } from '@contract/routes.contract.js';
import { useTranslation } from 'react-i18next';
import { FileImport } from '../../components/file-import.js';
import { FileLinks } from '../../components/file-links.js';
import { Section } from '../../components/section.js';

/** The buildings as files to keep; whoever keeps the register reads them in, too. */
export function BuildingFiles({ mayImport }: { readonly mayImport: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <Section title={t('buildings.files.title')}>
        <FileLinks path={routes.buildingFile} what={t('buildings.files.what')} />
      </Section>
      {mayImport && (
        <Section title={t('buildings.files.import')}>
          <FileImport
            path={routes.buildingImport}
            label={t('buildings.files.label')}
            hint={t('buildings.files.hint')}
            rows={buildingRowSchema}
          />
        </Section>
      )}
    </>
  );
}
