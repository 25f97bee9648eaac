import helmet from 'helmet';
import type { Configuration } from '../config/configuration.js';

/** Headers that keep pages to themselves. Everything comes from here; bpmn-js needs styles on elements. */
export function securityHeaders({ publicUrl, oidc }: Configuration): ReturnType<typeof helmet> {
  const isHttps = publicUrl.startsWith('https:');
  const login = oidc === undefined ? [] : [new URL(oidc.issuer).origin];
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        // Large spreadsheets are unpacked beside the page that reads them in.
        workerSrc: ['blob:'],
        formAction: ["'self'", ...login],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: isHttps,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  });
}
