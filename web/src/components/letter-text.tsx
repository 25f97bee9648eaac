import { Heading } from '@digdir/designsystemet-react';

const isItem = (line: string): boolean => line.startsWith('- ');

function Block({ block }: { readonly block: string }) {
  const [first = '', ...others] = block.split('\n');
  if (first.startsWith('#')) {
    return (
      <>
        <Heading level={3} data-size="2xs">
          {first.replace(/^#+ */, '')}
        </Heading>
        {others.length > 0 && <Block block={others.join('\n')} />}
      </>
    );
  }
  const lines = [first, ...others];
  if (!lines.every(isItem)) return <p className="letter">{block}</p>;
  return (
    <ul>
      {lines.map((line, at) => (
        <li key={at}>{line.slice(2)}</li>
      ))}
    </ul>
  );
}

/** What stands in a letter: paragraphs, headings and lists, as on paper. */
export function LetterText({ text }: { readonly text: string }) {
  const blocks = text
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== '');
  return blocks.map((block, at) => <Block key={at} block={block} />);
}
