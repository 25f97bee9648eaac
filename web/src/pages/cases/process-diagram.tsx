import type { DefinitionDetail, ProcessFacts } from '@contract/definition.contract.js';
import { Details, Table } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { definitionXmlQuery } from '../../api/operation-queries.js';
import { useKindName } from '../../bpmn/kind-name.js';
import { Section } from '../../components/section.js';
import { LoadingPage } from '../frame/loading-page.js';

// The viewer is the heaviest part of the application.
const DiagramViewer = lazy(async () => ({ default: (await import('../../bpmn/diagram-viewer.js')).DiagramViewer }));

interface ProcessDiagramProps {
  readonly process: DefinitionDetail;
  readonly facts: ProcessFacts;
}

/** The drawing of a process, and the same as text. */
export function ProcessDiagram({ process: { key, name, version }, facts }: ProcessDiagramProps) {
  const { t } = useTranslation();
  const { data: xml, isError } = useQuery(definitionXmlQuery(key, version));
  const drawn = { processName: name, activeNodes: [], completedNodes: [], tasks: [], timers: [] };

  return (
    <>
      <Section title={t('operation.processes.diagram')}>
        {isError && <p>{t('operation.processes.diagramFailed')}</p>}
        {xml !== undefined && (
          <Suspense fallback={<LoadingPage />}>
            <DiagramViewer xml={xml} case={drawn} />
          </Suspense>
        )}
      </Section>
      <ProcessText text={facts.text} />
    </>
  );
}

function ProcessText({ text }: Pick<ProcessFacts, 'text'>) {
  const { t } = useTranslation();
  const kindName = useKindName();
  return (
    <Details data-size="sm" data-color="neutral" className="text-twin">
      <Details.Summary>{t('operation.processes.text')}</Details.Summary>
      <Details.Content>
        <Table className="cards-on-phone" data-size="sm" aria-label={t('operation.processes.text')}>
          <Table.Head>
            <Table.Row>
              {(['node', 'kind', 'next'] as const).map((column) => (
                <Table.HeaderCell key={column}>{t(`operation.processes.${column}`)}</Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {text.map(({ node, kind, name, depth, next }) => (
              <Table.Row key={node}>
                <Table.HeaderCell scope="row" style={{ paddingInlineStart: `${0.75 + depth * 1.25}rem` }}>
                  {name || t('cases.text.unnamed')}
                </Table.HeaderCell>
                <Table.Cell data-label={t('operation.processes.kind')}>{kindName(kind)}</Table.Cell>
                <Table.Cell data-label={t('operation.processes.next')}>
                  {next.map((sentence) => (
                    <span key={sentence} className="block">
                      {sentence}
                    </span>
                  ))}
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </Details.Content>
    </Details>
  );
}
