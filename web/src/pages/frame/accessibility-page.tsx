import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page.js';
import { Section } from '../../components/section.js';

/** The accessibility statement. */
export function AccessibilityPage() {
  const { t } = useTranslation();

  return (
    <Page title={t('about.accessibility.title')} lead={t('about.accessibility.lead')}>
      <div className="prose">
        <Section title={t('about.accessibility.statusTitle')}>
          <p>{t('about.accessibility.status')}</p>
        </Section>
        <Section title={t('about.accessibility.diagramTitle')}>
          <p>{t('about.accessibility.diagram')}</p>
        </Section>
        <Section title={t('about.accessibility.knownTitle')}>
          <ul>
            <li>{t('about.accessibility.known1')}</li>
            <li>{t('about.accessibility.known2')}</li>
          </ul>
        </Section>
        <Section title={t('about.accessibility.contactTitle')}>
          <p>{t('about.accessibility.contact')}</p>
        </Section>
        <Section title={t('about.accessibility.lawTitle')}>
          <p>{t('about.accessibility.law')}</p>
        </Section>
      </div>
    </Page>
  );
}
