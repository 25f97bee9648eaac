import { refusedBy } from './refused.js';

const form = {
  properties: { utestenging: {}, sted: {}, personenHort: { readOnly: true } },
  'x-refusals': [
    { code: 'hearing-missing', when: { utestenging: 'ja' }, needs: { personenHort: 'ja' }, text: 'Ikke hørt.' },
    { code: 'place-to-sleep-missing', needs: { sted: null }, text: 'Skriv stedet.' },
    { code: 'place-unfit', when: { sted: 'Herberget' }, text: 'Ikke dit.' },
  ],
};
const codeOf = (answers: Record<string, string>, known: Record<string, string> = {}) =>
  refusedBy(form, answers, known)?.code;

describe('a form refuses', () => {
  it('what needs something that the case does not have, and says which field lacks it', () => {
    expect(refusedBy(form, { utestenging: 'ja', sted: 'Hotellet' }, { personenHort: 'nei' })).toEqual({
      code: 'hearing-missing',
      path: 'personenHort',
      message: 'Ikke hørt.',
    });
    expect(codeOf({ utestenging: 'nei', sted: 'Hotellet' })).toBeUndefined();
    expect(codeOf({ utestenging: 'ja', sted: 'Hotellet' }, { personenHort: 'ja' })).toBeUndefined();
  });

  it('a field that must be filled in and holds nothing but spaces', () => {
    expect(codeOf({ sted: '  ' })).toBe('place-to-sleep-missing');
  });

  it('what may never be, whatever else is answered', () => {
    expect(codeOf({ sted: 'Herberget' })).toBe('place-unfit');
  });

  it('whoever writes in a field that only the case fills in', () => {
    expect(codeOf({ utestenging: 'ja', sted: 'Hotellet', personenHort: 'ja' }, { personenHort: 'nei' })).toBe(
      'hearing-missing',
    );
  });

  it('nothing where it has no such rules', () => {
    expect(refusedBy({}, {}, {})).toBeUndefined();
  });
});
