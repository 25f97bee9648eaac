import { Paragraph } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';

interface EmptyProps {
  readonly text: string;
  /** What the reader may do next. */
  readonly next: string;
  readonly action?: ReactNode;
}

/** Says that there is nothing here, and what to do about it. */
export function Empty({ text, next, action }: EmptyProps) {
  return (
    <div className="empty">
      <Paragraph>
        <strong>{text}</strong>
      </Paragraph>
      <Paragraph>{next}</Paragraph>
      {action}
    </div>
  );
}
