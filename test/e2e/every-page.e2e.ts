import { readdirSync, readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { inChromium } from './support/in-chromium.js';
import { expectSound } from './support/look-at.js';

/** Where a page is found: by its own address, or by the first link of this form on another page. */
interface Place {
  readonly at?: string;
  readonly linkedFrom?: string;
  /** What stands behind the address that was found. */
  readonly then?: string;
  /** It is there without an answer: a form to be filled in. */
  readonly asksNothing?: boolean;
}

// Each route of the application under the person who has a use for it.
const places: Readonly<Record<string, Readonly<Record<string, Place>>>> = {
  'Kari Nordli': {
    '/': {},
    '/innboks': {},
    '/oppgaver/$taskId': { linkedFrom: '/innboks' },
    '/saker': {},
    '/saker/$caseId': { linkedFrom: '/saker' },
    '/saker/$caseId/dokumenter': { linkedFrom: '/saker', then: '/dokumenter' },
    '/personer': { asksNothing: true },
    '/personer/$personId': { at: '/personer/siv' },
    '/personer/$personId/ny-sak/$process': { at: '/personer/siv/ny-sak/tjenestevedtak' },
    '/soknader': {},
    '/brev-i-posten': {},
    '/varsler': {},
    '/fravaer': {},
    '/regler': {},
    '/prosesser': {},
    '/prosesser/$processKey': { at: '/prosesser/boligtildeling' },
    '/boligplaner': {},
    '/postkasse': {},
  },
  'Liv Aune': {
    '/tall': {},
    '/bytte': {},
    '/frister-brutt': {},
    '/unntak': {},
    '/endrede-vedtak': {},
    '/postjournal': {},
    '/ikke-sett-pa': {},
  },
  'Bjørn Moe': {
    '/venteliste': {},
    '/runder': {},
    '/runder/$roundId': { linkedFrom: '/runder' },
    '/tilbud': {},
    '/behov': {},
  },
  'Tor Eide': {
    '/boliger': {},
    '/boliger/$homeId': { linkedFrom: '/boliger' },
    '/bygg': {},
    '/bygg/$buildingId': { linkedFrom: '/bygg' },
    '/husleie': {},
  },
  'Per Solbakken': {
    '/prosjekter': {},
    '/prosjekter/nytt': { asksNothing: true },
    '/prosjekter/erfaringer': {},
    '/prosjekter/$projectId': { linkedFrom: '/prosjekter' },
    '/prosjekter/$projectId/horing': { linkedFrom: '/prosjekter', then: '/horing' },
    '/medvirkning': {},
  },
  'Berit Lien': {
    '/invitasjoner': {},
    '/beboermoter': {},
    '/beboermoter/$buildingId': { linkedFrom: '/beboermoter' },
  },
  'Siv Dahl': {
    '/min-sak': {},
    '/min-sak/soknad': { asksNothing: true },
    '/min-bolig': {},
    '/min-boligplan': {},
    '/hvem-har-lest': {},
    '/om-meg': {},
    '/prioriteringsnokkel': {},
  },
  'Pia Voll': { '/lesing': {} },
  'Ada Strand': { '/stanset': {}, '/kjoringer': {}, '/ikke-levert': {} },
};

// Told by a story of their own: they need a case, a plan or a home in a state of its own, or no login.
const toldElsewhere = [
  '/logg-inn',
  '/tilgjengelighet',
  '/hjelp-i-natt',
  '/horing/$hearingId',
  '/nodtilgang/$caseId',
  '/avvikling/$caseId',
  '/reiser/$journeyId',
  '/om/$personId',
  '/venteliste/$caseId',
  '/boligplaner/$personId',
  '/boliger/$homeId/ny-sak/$process',
  '/bygg/$buildingId/ny-sak/$process',
];

const folder = 'web/src/app';
const drawnRoutes = readdirSync(folder)
  .filter((file) => /\.tsx?$/.test(file))
  .flatMap((file) => [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/^ {2}path: '([^']+)'/gm)])
  .flatMap(([, path]) => path ?? []);

it('knows every route of the application', () => {
  const named = [...Object.values(places).flatMap((routes) => Object.keys(routes)), ...toldElsewhere];

  expect(named.toSorted()).toEqual(drawnRoutes.toSorted());
});

const isShown = (what: Locator): Promise<boolean> =>
  what.waitFor({ timeout: 3_000 }).then(
    () => true,
    () => false,
  );

const isAsked = (url: URL): boolean => url.pathname.startsWith('/api/v1/') && !/\/(me|events)$/.test(url.pathname);

inChromium('In Chromium, every page', ({ visit }) => {
  const addressOf = async (page: Page, route: string, { at, linkedFrom, then = '' }: Place): Promise<string> => {
    if (linkedFrom === undefined) return at ?? route;
    await page.goto(linkedFrom);
    const link = page
      .locator(`main a[href^="${route.slice(0, route.indexOf('$'))}"]:not([href$="/nytt"], [href$="/erfaringer"])`)
      .first();
    return `${await link.getAttribute('href')}${then}`;
  };

  /** Holds back every answer until the page has said that it waits, and then refuses; tells whether the page said each of the two. */
  const refuseLate = async (page: Page, address: string): Promise<{ waits: boolean; refuses: boolean }> => {
    const release: (() => void)[] = [];
    const held = new Promise<void>((resolve) => void release.push(resolve));
    await page.route(isAsked, async (route) => {
      await held;
      await route.fulfill({ status: 429, contentType: 'application/problem+json', body: JSON.stringify(tooMany) });
    });
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    const waits = await isShown(page.locator('main').getByText('Henter').first());
    release.forEach((resolve) => resolve());
    const alert = page.locator('main').getByRole('alert');
    const refuses = await isShown(alert.or(page.getByRole('heading', { level: 1, name: tooMany.title })).first());
    await page.unroute(isAsked);
    return { waits, refuses };
  };

  it.each(Object.entries(places))(
    'of %s is sound, says while it waits, and says what is wrong when the server refuses',
    async (name, routes) => {
      const visitor = await visit({ name, screen: 'phone' });
      const { page } = visitor;
      for (const [route, place] of Object.entries(routes)) {
        const address = await addressOf(page, route, place);
        await page.goto(address);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await expectSound(page, route);
        const asks = place.asksNothing !== true;
        expect({ route, ...(await refuseLate(page, address)) }).toEqual({ route, waits: asks, refuses: asks });
      }
      await visitor.leave({ isRateLimited: true });
    },
    240_000,
  );
});

const tooMany = {
  type: 'about:blank',
  title: 'Det kom for mange spørsmål på kort tid',
  status: 429,
  code: 'too-many-requests',
};
