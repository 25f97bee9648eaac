import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import TaggedPdf from 'pdfkit';
import type {
  LetterBlock,
  LetterDocument,
  LetterListItem,
  LetterPrinter,
} from '../../cases/letters/letter-document.js';
import { projectRoot } from '../composition/project-root.js';
import { printable } from './printable.js';

type Pdf = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

const margins = { top: 64, bottom: 72, left: 71, right: 71 };
interface Face {
  readonly font: 'regular' | 'bold';
  readonly size: number;
}
const faces = {
  title: { font: 'bold', size: 17 },
  heading: { font: 'bold', size: 13 },
  sender: { font: 'bold', size: 11 },
  text: { font: 'regular', size: 11 },
} as const satisfies Readonly<Record<string, Face>>;
const footSize = 9;
const listIndent = 20;
// A heading stands on the page of what it is about.
const roomBelowHeading = 90;

/** Draws letters as tagged PDF (PDF/UA-1, ISO 14289-1) with the typeface of workflows/brev/skrift. */
export function createLetterPrinter(folder = join(projectRoot, 'workflows/brev/skrift')): LetterPrinter {
  const fonts = {
    regular: readFileSync(join(folder, 'DejaVuSans.ttf')),
    bold: readFileSync(join(folder, 'DejaVuSans-Bold.ttf')),
  };
  return (letter) => {
    const pdf = openPdf(letter);
    pdf.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold);
    const written = bytesOf(pdf);
    pdf.addPage();
    drawLetter(pdf, letter);
    drawFoot(pdf, letter);
    pdf.end();
    return written;
  };
}

function openPdf({ title, language, sender, writtenAt }: LetterDocument): Pdf {
  const options: PDFKit.PDFDocumentOptions = {
    ...{ pdfVersion: '1.7', tagged: true, lang: language, displayTitle: true },
    ...{ size: 'A4', margins, autoFirstPage: false, bufferPages: true },
    // What a version of zlib makes of it must not change the bytes of a letter.
    compress: false,
    info: {
      Title: described(title),
      Author: described(sender.join(', ')),
      Creator: 'Boligflyt',
      Producer: 'Boligflyt',
      CreationDate: new Date(writtenAt),
      ModDate: new Date(writtenAt),
    },
  };
  // The types of pdfkit do not know this subset yet.
  return new TaggedPdf(Object.assign(options, { subset: 'PDF/UA' }));
}

// pdfkit writes what describes the document into XML as it stands.
const described = (text: string): string =>
  printable(text).replaceAll('&', 'og').replaceAll('<', '‹').replaceAll('>', '›');

function bytesOf(pdf: Pdf): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (piece: Buffer) => pieces.push(piece));
    pdf.on('end', () => resolve(Buffer.concat(pieces)));
    pdf.on('error', reject);
  });
}

function drawLetter(pdf: Pdf, { title, sender, head, blocks }: LetterDocument): void {
  const letter = pdf.struct('Document');
  pdf.addStructure(letter);
  const add = (tag: string, draw: () => void) => letter.add(pdf.struct(tag, {}, draw));

  const [municipality = '', ...functions] = sender;
  add('P', () => write(pdf, faces.sender, municipality));
  for (const line of functions) add('P', () => write(pdf, faces.text, line));
  pdf.moveDown();
  for (const line of head) add('P', () => write(pdf, faces.text, line));
  pdf.moveDown(2);
  add('H1', () => write(pdf, faces.title, title));
  for (const block of blocks) drawBlock(pdf, letter, block);
}

function drawBlock(pdf: Pdf, letter: Element, block: LetterBlock): void {
  pdf.moveDown(block.kind === 'heading' ? 0.9 : 0.6);
  switch (block.kind) {
    case 'heading':
      if (pdf.y > pdf.page.height - margins.bottom - roomBelowHeading) pdf.addPage();
      letter.add(pdf.struct('H2', {}, () => write(pdf, faces.heading, block.text)));
      return;
    case 'paragraph':
      // Read aloud, the lines of one paragraph would be one: the last word of one and the first of the next.
      for (const line of block.lines) letter.add(pdf.struct('P', {}, () => write(pdf, faces.text, line)));
      return;
    case 'list':
      letter.add(
        pdf.struct(
          'L',
          {},
          block.items.map((item) => listItem(pdf, item)),
        ),
      );
  }
}

const listItem = (pdf: Pdf, { label, text }: LetterListItem): Element =>
  pdf.struct('LI', {}, [
    pdf.struct('Lbl', {}, () => {
      write(pdf, faces.text, label);
      pdf.moveUp();
    }),
    pdf.struct('LBody', {}, () => {
      pdf.x = margins.left + listIndent;
      write(pdf, faces.text, text);
      pdf.x = margins.left;
    }),
  ]);

function write(pdf: Pdf, { font, size }: Face, text: string): void {
  pdf.font(font).fontSize(size).text(printable(text), { lineGap: 2.5 });
}

// What is the same on every page is no part of what is read aloud.
function drawFoot(pdf: Pdf, { pageName }: LetterDocument): void {
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(page);
    pdf.page.margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
    pdf.font('regular').fontSize(footSize);
    pdf.text(pageName(page + 1, count), margins.left, pdf.page.height - 48, { lineBreak: false });
    pdf.endMarkedContent();
  }
}
