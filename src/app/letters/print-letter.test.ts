import { createHash } from 'node:crypto';
import { letterDocument } from '../../cases/letters/letter-document.js';
import type { LetterContent } from '../../runtime/case-ports.js';
import { readPdf } from '../../../test/support/pdf-reader.js';
import type { PdfTag } from '../../../test/support/pdf-reader.js';
import { createLetterPrinter } from './print-letter.js';
import { printable } from './printable.js';

const print = createLetterPrinter();
const refusal: LetterContent = {
  title: 'Du har fått nei',
  text: 'Hei Siv Dahl\n\nSvaret er nei.\n\n## Andre måter\n\n- Startlån\n- Bostøtte\n\n## Du kan klage\n\nFristen er tre uker.\n\nHilsen\nHelse- og velferdskontoret',
  language: 'nb',
  municipality: 'Trondheim kommune',
  recipient: 'Siv Dahl',
  reference: 'S-17',
  at: '2026-11-23T08:00:00.000Z',
};
const drawn = (letter: LetterContent) => print(letterDocument(letter));
const lines = (tags: readonly PdfTag[]): readonly string[] =>
  tags.flatMap(({ tag, text, inner }) => [`${tag} ${text}`.trim(), ...lines(inner)]);

it('tells an aid for the blind what is title, heading, list and text, in the order in which it is read', async () => {
  const { tags, untagged, artifacts } = readPdf(await drawn(refusal));

  expect(lines(tags)).toEqual([
    'Document',
    'P Trondheim kommune',
    'P Helse- og velferdskontoret',
    'P Til: Siv Dahl',
    'P Dato: mandag 23. november 2026',
    'P Vår referanse: S-17',
    'H1 Du har fått nei',
    'P Hei Siv Dahl',
    'P Svaret er nei.',
    'H2 Andre måter',
    'L',
    ...['LI', 'Lbl •', 'LBody Startlån'],
    ...['LI', 'Lbl •', 'LBody Bostøtte'],
    'H2 Du kan klage',
    'P Fristen er tre uker.',
    'P Hilsen',
    'P Helse- og velferdskontoret',
  ]);
  expect(untagged).toEqual([]);
  expect(artifacts).toEqual(['Side 1 av 1']);
});

it('says that it is PDF/UA-1, shows its title, names its language and brings its typefaces', async () => {
  const pdf = readPdf(await drawn(refusal));

  expect(pdf).toMatchObject({
    ...{ pdfUaPart: '1', isMarked: true, showsTitle: true, title: 'Du har fått nei', language: 'nb-NO' },
    ...{ fonts: 2, embeddedFonts: 2, pages: 1 },
  });
});

it('names nynorsk as the language of a letter in nynorsk, with the date in nynorsk', async () => {
  const pdf = readPdf(await drawn({ ...refusal, language: 'nn', at: '2026-11-21T08:00:00.000Z' }));

  expect(pdf.language).toBe('nn-NO');
  expect(lines(pdf.tags)).toContain('P Dato: laurdag 21. november 2026');
});

it('gives the same bytes for the same letter, and other bytes where one word is another', async () => {
  const sum = async (letter: LetterContent) =>
    createHash('sha256')
      .update(await drawn(letter))
      .digest('hex');

  expect(await sum(refusal)).toBe(await sum({ ...refusal }));
  expect(await sum(refusal)).not.toBe(await sum({ ...refusal, text: refusal.text.replace('nei', 'ja') }));
});

it('keeps a text of four pages as one text, and numbers the pages', async () => {
  const text = Array.from({ length: 450 }, (_, place) => `Setning nummer ${place}.`).join(' ');
  const { tags, pages, artifacts, untagged } = readPdf(await drawn({ ...refusal, text }));

  expect(pages).toBeGreaterThan(1);
  expect(artifacts).toEqual(Array.from({ length: pages }, (_, page) => `Side ${page + 1} av ${pages}`));
  expect(lines(tags).at(-1)?.replaceAll(/\s+/g, '')).toBe(`P${text}`.replaceAll(/\s+/g, ''));
  expect(untagged).toEqual([]);
});

it('has every letter of Norwegian and Sami, and a sign for what the typeface lacks', async () => {
  const text = 'Æøå čálli š đ ž ŋ ŧ 😀 漢\u0007';
  const { tags } = readPdf(await drawn({ ...refusal, text }));

  expect(lines(tags).at(-1)).toBe('P Æøå čálli š đ ž ŋ ŧ \uFFFD \uFFFD\uFFFD');
});

it('lets nothing through that the typeface has no picture of', async () => {
  const codes = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
  const letThrough = codes.filter((code) => printable(code) === code && /[^\s\u00AD]/.test(code));
  const { tags } = readPdf(await drawn({ ...refusal, text: `Tegn ${letThrough.join('')}` }));

  expect(letThrough.length).toBeGreaterThan(1500);
  // What has no picture would be read as the character of number 0.
  expect(lines(tags).at(-1)?.replaceAll(/\s/g, '')).toBe(`PTegn${letThrough.join('')}`);
});

it('writes a title with signs that XML has a meaning for so that its description can be read', async () => {
  const { title, tags } = readPdf(await drawn({ ...refusal, title: 'Vi spør om <Hus> & hjem' }));

  expect(title).toBe('Vi spør om ‹Hus› og hjem');
  expect(lines(tags)).toContain('H1 Vi spør om <Hus> & hjem');
});
