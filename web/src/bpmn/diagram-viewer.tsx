import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './diagram.css';
import type { ProcessInstanceDetail } from '@contract/process-instance.contract.js';
import { Button } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openDiagram } from './open-diagram.js';
import type { OpenDiagram } from './open-diagram.js';
import { useNodeNotes } from './node-notes.js';

/** What the drawing shows of a case; of a process alone everything is empty. */
type DrawnCase = Pick<ProcessInstanceDetail, 'processName' | 'activeNodes' | 'completedNodes' | 'tasks' | 'timers'>;

interface DiagramViewerProps {
  readonly xml: string;
  readonly case: DrawnCase;
}

const tools = ['zoomIn', 'zoomOut', 'fit', 'focus', 'left', 'right', 'up', 'down'] as const;

function Tools({ diagram, isLive }: { readonly diagram: OpenDiagram; readonly isLive: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="diagram-tools" role="group" aria-label={t('cases.diagram.tools')}>
      {tools
        .filter((tool) => isLive || tool !== 'focus')
        .map((tool) => (
          <Button key={tool} variant="secondary" data-size="sm" onClick={() => diagram[tool]()}>
            {t(`cases.diagram.${tool}`)}
          </Button>
        ))}
    </div>
  );
}

/** The diagram with live tokens: what is done, and where the case stands now with its owner and date. */
export function DiagramViewer({ xml, case: it }: DiagramViewerProps) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLDivElement>(null);
  const [diagram, setDiagram] = useState<OpenDiagram>();
  const [failed, setFailed] = useState(false);
  const notesOf = useNodeNotes(it);

  useEffect(() => {
    if (canvas.current === null) return undefined;
    const opening = openDiagram(canvas.current, xml);
    opening.then(setDiagram, () => setFailed(true));
    return () => void opening.then((opened) => opened.close()).catch(() => undefined);
  }, [xml]);
  useEffect(() => {
    diagram?.mark({ ...it, here: t('cases.diagram.here'), notesOf });
  });

  if (failed) return <p>{t('cases.diagram.failed')}</p>;
  return (
    <>
      {diagram !== undefined && <Tools diagram={diagram} isLive={it.activeNodes.length > 0} />}
      <div
        ref={canvas}
        className="diagram"
        role="group"
        aria-label={t('cases.diagram.label', { name: it.processName })}
      />
    </>
  );
}
