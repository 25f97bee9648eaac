import type { DiagramLine, ProcessInstanceDetail } from '@contract/process-instance.contract.js';
import { Details, Table, ToggleGroup } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKindName } from './kind-name.js';
import { useNodeNotes } from './node-notes.js';

interface DiagramTextProps {
  readonly case: ProcessInstanceDetail;
}

const statusText = { 'not-reached': 'notReached', active: 'active', completed: 'completed' } as const;

function TextLine({ line, notes }: { readonly line: DiagramLine; readonly notes: readonly string[] }) {
  const { t } = useTranslation();
  const kindName = useKindName();

  return (
    <Table.Row data-status={line.status}>
      <Table.HeaderCell scope="row" style={{ paddingInlineStart: `${0.75 + line.depth * 1.25}rem` }}>
        {line.name || t('cases.text.unnamed')}
      </Table.HeaderCell>
      <Table.Cell data-label={t('cases.text.kind')}>{kindName(line.kind)}</Table.Cell>
      <Table.Cell data-label={t('cases.text.status')}>
        {t(`cases.text.${statusText[line.status]}`)}
        {notes.map((note, index) => (
          <span key={index} className="block subtle">
            {note}
          </span>
        ))}
      </Table.Cell>
      <Table.Cell data-label={t('cases.text.times')}>{line.times}</Table.Cell>
      <Table.Cell data-label={t('cases.text.next')}>
        {line.next.map((sentence, index) => (
          <span key={index} className="block">
            {sentence}
          </span>
        ))}
      </Table.Cell>
    </Table.Row>
  );
}

/** The text twin of the diagram: the same steps, states, owners and dates, in the order of the flow. */
export function DiagramText({ case: it }: DiagramTextProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState('reached');
  const notesOf = useNodeNotes(it);
  const lines = it.text.filter(({ status }) => shown === 'all' || status !== 'not-reached');

  return (
    <Details defaultOpen className="text-twin" data-size="sm" data-color="neutral">
      <Details.Summary>{t('cases.text.title')}</Details.Summary>
      <Details.Content>
        <ToggleGroup
          aria-label={t('cases.text.show')}
          data-color="accent"
          data-size="sm"
          value={shown}
          onChange={setShown}
        >
          <ToggleGroup.Item value="reached">{t('cases.text.reached')}</ToggleGroup.Item>
          <ToggleGroup.Item value="all">{t('cases.text.all')}</ToggleGroup.Item>
        </ToggleGroup>
        <div className="scroll" role="region" aria-label={t('cases.text.title')} tabIndex={0}>
          <Table className="cards-on-phone" data-size="sm">
            <Table.Head>
              <Table.Row>
                {(['node', 'kind', 'status', 'times', 'next'] as const).map((column) => (
                  <Table.HeaderCell key={column}>{t(`cases.text.${column}`)}</Table.HeaderCell>
                ))}
              </Table.Row>
            </Table.Head>
            <Table.Body>
              {lines.map((line) => (
                <TextLine key={line.node} line={line} notes={line.status === 'active' ? notesOf(line.node) : []} />
              ))}
            </Table.Body>
          </Table>
        </div>
      </Details.Content>
    </Details>
  );
}
