/** A tagged part of a PDF, with what stands in it and what is below it. */
export interface PdfTag {
  readonly tag: string;
  readonly text: string;
  readonly inner: readonly PdfTag[];
}

/** A PDF as an aid for the blind would read it: language, title and tags, and what a checker of PDF/UA asks first. */
export interface ReadPdf {
  readonly language: string;
  readonly title: string;
  readonly showsTitle: boolean;
  readonly isMarked: boolean;
  readonly pdfUaPart: string;
  readonly fonts: number;
  readonly embeddedFonts: number;
  readonly pages: number;
  readonly tags: readonly PdfTag[];
  /** What is drawn outside the tags and is not said to be decoration. */
  readonly untagged: readonly string[];
  /** What is decoration: read by nobody. */
  readonly artifacts: readonly string[];
}

type Objects = ReadonlyMap<string, string>;

interface Drawn {
  readonly page: string;
  /** Undefined outside the tags. */
  readonly mcid: string | undefined;
  readonly isArtifact: boolean;
  readonly text: string;
}

/** Reads a PDF whose streams are not compressed, by ISO 32000-1: structure tree (14.7), marked content (14.6), ToUnicode (9.10.3). */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = Buffer.from(bytes).toString('latin1');
  const objects: Objects = new Map(
    [...file.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', text = '']) => [id, text]),
  );
  const catalog = [...objects.values()].find((text) => /\/Type \/Catalog/.test(text)) ?? '';
  const drawn = [...objects].flatMap(([id, text]) => (/\/Type \/Page\n/.test(text) ? drawnOn(objects, id, text) : []));
  const root = referred(objects, catalog, 'StructTreeRoot');
  const metadata = Buffer.from(referred(objects, catalog, 'Metadata'), 'latin1').toString('utf8');
  const descriptors = [...objects.values()].filter((text) => /\/Type \/FontDescriptor/.test(text));
  return {
    language: /\/Lang \(([^)]*)\)/.exec(catalog)?.[1] ?? '',
    title: />([^<>]+)<\/rdf:li>\s*<\/rdf:Alt>\s*<\/dc:title>/.exec(metadata)?.[1] ?? '',
    showsTitle: /\/DisplayDocTitle true/.test(referred(objects, catalog, 'ViewerPreferences')),
    isMarked: /\/Marked true/.test(referred(objects, catalog, 'MarkInfo')),
    pdfUaPart: /<pdfuaid:part>(\d)</.exec(metadata)?.[1] ?? '',
    fonts: descriptors.length,
    embeddedFonts: descriptors.filter((text) => /\/FontFile2 \d+ 0 R/.test(text)).length,
    pages: Number(/\/Count (\d+)/.exec(referred(objects, catalog, 'Pages'))?.[1]),
    tags: kidsOf(root).map((kid) => tagOf(objects, kid, drawn)),
    untagged: drawn.filter(({ mcid, isArtifact }) => mcid === undefined && !isArtifact).map(({ text }) => text),
    artifacts: drawn.filter(({ isArtifact }) => isArtifact).map(({ text }) => text),
  };
}

const referred = (objects: Objects, text: string, name: string): string =>
  objects.get(new RegExp(`/${name} (\\d+) 0 R`).exec(text)?.[1] ?? '') ?? '';

const kidsOf = (element: string): readonly string[] =>
  [...(/\/K \[([\s\S]*)\]/.exec(element)?.[1] ?? '').matchAll(/<<[\s\S]*?>>|\d+ 0 R|\d+/g)].map(([kid]) => kid);

function tagOf(objects: Objects, kid: string, drawn: readonly Drawn[]): PdfTag {
  const element = objects.get(kid.split(' ')[0] ?? '') ?? '';
  const page = /\/Pg (\d+) 0 R\n>>$/.exec(element)?.[1];
  const kids = kidsOf(element);
  const texts = kids
    .filter((one) => !one.endsWith('R'))
    .map((one) => ({
      page: /\/Pg (\d+)/.exec(one)?.[1] ?? page,
      mcid: /\/MCID (\d+)/.exec(one)?.[1] ?? one,
    }))
    .flatMap((place) => drawn.filter((part) => part.page === place.page && part.mcid === place.mcid));
  return {
    tag: /\/S \/(\w+)/.exec(element)?.[1] ?? '',
    text: texts.map(({ text }) => text).join(''),
    inner: kids.filter((one) => one.endsWith('R')).map((one) => tagOf(objects, one, drawn)),
  };
}

function drawnOn(objects: Objects, id: string, page: string): readonly Drawn[] {
  const resources = referred(objects, page, 'Resources');
  const fonts = new Map(
    [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', font = '']) => [
      name,
      unicodeOf(referred(objects, objects.get(font) ?? '', 'ToUnicode')),
    ]),
  );
  const drawn: Drawn[] = [];
  let [mark, font]: [string | undefined, ReadonlyMap<string, string>] = [undefined, new Map()];
  const content = referred(objects, page, 'Contents');
  for (const [found] of content.matchAll(/\/\w+ (?:<<[\s\S]*?>> BDC|BMC)|\bEMC\b|\/F\d+ [\d.]+ Tf|\[[^\]]*\] TJ/g)) {
    if (found === 'EMC') mark = undefined;
    else if (found.endsWith('BDC') || found.endsWith('BMC')) mark = found;
    else if (found.endsWith('Tf')) font = fonts.get(found.slice(1).split(' ')[0] ?? '') ?? new Map();
    else
      drawn.push({
        page: id,
        mcid: /\/MCID (\d+)/.exec(mark ?? '')?.[1],
        isArtifact: mark?.startsWith('/Artifact') ?? false,
        text: [...found.matchAll(/<([0-9a-f]+)>/g)]
          .flatMap(([, glyphs = '']) => glyphs.match(/.{4}/g) ?? [])
          .map((glyph) => font.get(glyph) ?? '?')
          .join(''),
      });
  }
  return drawn;
}

// Which characters a glyph of a font stands for.
function unicodeOf(map: string): ReadonlyMap<string, string> {
  const ranges = [...map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)];
  return new Map(
    ranges.flatMap(([, first = '', list = '']) =>
      [...list.matchAll(/<([0-9a-f ]+)>/g)].map(([, codes = ''], place): [string, string] => [
        (Number.parseInt(first, 16) + place).toString(16).padStart(4, '0'),
        Buffer.from(codes.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
      ]),
    ),
  );
}
