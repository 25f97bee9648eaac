import { fillTemplate, MissingValue } from './fill-template.js';

describe('a template', () => {
  it('is filled with dates as people write them, lists as lines and yes for true', () => {
    const text = fillTemplate('Frist {{frist}}.\n{{boliger}}\nTolk: {{tolk}}\n{{adresse.gate}}', {
      frist: '2026-12-24',
      boliger: ['Småhus 3', 'Bispegata 9'],
      tolk: true,
      adresse: { gate: 'Kongens gate 1' },
    });

    expect(text).toBe('Frist torsdag 24. desember 2026.\n- Småhus 3\n- Bispegata 9\nTolk: ja\nKongens gate 1');
  });

  it('refuses to write a letter with a hole in it', () => {
    expect(() => fillTemplate('Hei {{navn}}', {})).toThrow(MissingValue);
  });

  it('leaves out a line that is only for those it concerns', () => {
    expect(fillTemplate('Hei.\nBegrunnelse: {{grunn?}}\nHilsen oss', {})).toBe('Hei.\nHilsen oss');
    expect(fillTemplate('Begrunnelse: {{grunn?}}', { grunn: 'ledig' })).toBe('Begrunnelse: ledig');
  });

  it('leaves out a heading that nothing is left under, and no other', () => {
    const template = 'Hei.\n\n## Dette har du fått\n\nType: {{type?}}\n\n## Hvorfor?\n\nFordi.\n\n## Mer\n\n{{mer?}}';

    expect(fillTemplate(template, {})).toBe('Hei.\n\n## Hvorfor?\n\nFordi.\n\n');
    expect(fillTemplate(template, { type: 'Hybel', mer: 'Ring oss.' })).toBe(
      'Hei.\n\n## Dette har du fått\n\nType: Hybel\n\n## Hvorfor?\n\nFordi.\n\n## Mer\n\nRing oss.',
    );
  });
});
