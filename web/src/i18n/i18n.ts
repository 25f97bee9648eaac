import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { bokmaal } from './messages.js';

/** Languages that have message files; nn, en and se are added as folders beside nb. */
export const languages = ['nb'] as const;

export const i18n = createInstance();

/** Makes the messages ready; called once before the first page is drawn. */
export async function startMessages(): Promise<void> {
  await i18n.use(initReactI18next).init({
    lng: languages[0],
    fallbackLng: languages[0],
    resources: { nb: { translation: bokmaal } },
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = i18n.language;
}
