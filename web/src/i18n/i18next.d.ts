import type { bokmaal } from './messages.js';

declare module 'i18next' {
  interface CustomTypeOptions {
    readonly defaultNS: 'translation';
    readonly resources: { readonly translation: typeof bokmaal };
  }
}
