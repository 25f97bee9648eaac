import { checkXmlLimits } from './xml-limits.js';

const complaintsOf = (xml: string): readonly string[] =>
  checkXmlLimits(xml).map(({ code, message }) => `${code} ${message}`);

describe('a file that another parser is to see', () => {
  it.each([
    '<a/>',
    '\uFEFF<?xml version="1.0"?>\r\n<a b=\'c "d"\' e="&#229;&#xE5;&lt;"> x &gt; y <b:c xmlns:b="u"/><!-- - --></a>\n',
    '<å.1-2 xml:lang="nb"><![CDATA[<&]]></å.1-2>',
  ])('is well-formed XML: %s', (xml) => {
    expect(complaintsOf(xml)).toEqual([]);
  });

  it.each([
    ['', 'it has no element'],
    ['<a>', '<a> is never closed'],
    ['<a></b>', '</b> closes what is not open'],
    ['<a/><b/>', 'there is a second root element'],
    ['<a/>x', 'there is text outside the root element'],
    ['<a>&nbsp;</a>', 'there is an & or ]]> that is not escaped'],
    ['<a>&#0;</a>', 'there is an & or ]]> that is not escaped'],
    ['<a b="1" b="2"/>', '<a> has attribute b twice'],
    ['<a b=1/>', 'the tag <a> is not written as XML wants it'],
    ['<a b="&x;"/>', 'attribute b of <a> has an & that is not escaped'],
    ['<a b="<"/>', 'the tag <a> is not written as XML wants it'],
    ['<a b:c="1"/>', "prefix 'b' is not declared"],
    ['<a:b/>', "prefix 'a' is not declared"],
    ['<a>\u0001</a>', 'it has characters that XML does not allow'],
    ['<a><!-- -- --></a>', 'a comment has -- in it'],
    ['<a><!--', 'a comment is never closed'],
    ['<a><![CDATA[', 'a CDATA section is never closed'],
    ['<a>\n\n< b/></a>', 'there is a < that begins no tag'],
    [' <?xml version="1.0"?><a/>', 'the XML declaration does not come first'],
  ])('is refused when it is not: %s', (xml, reason) => {
    expect(complaintsOf(xml)[0]).toContain(`MODEL_INVALID Expected well-formed XML, but ${reason}`);
  });

  it.each([
    ['<!DOCTYPE a><a/>', 'MODEL_DOCTYPE_FORBIDDEN'],
    [`<a>${' '.repeat(1_048_576)}</a>`, 'MODEL_TOO_LARGE'],
    [`${'<a>'.repeat(101)}${'</a>'.repeat(101)}`, 'MODEL_TOO_LARGE'],
    [`<a>${'<b/>'.repeat(50_000)}</a>`, 'MODEL_TOO_LARGE'],
  ])('is refused before it is understood: %.20s…', (xml, code) => {
    expect(complaintsOf(xml)).toEqual([expect.stringContaining(code)]);
  });
});
