import { Heading } from '@digdir/designsystemet-react';
import { useId } from 'react';
import type { ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  readonly tools?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A named part of a page, with its h2. */
export function Section({ title, tools, className, children }: SectionProps) {
  const id = useId();

  return (
    <section className={className === undefined ? 'section' : `section ${className}`} aria-labelledby={id}>
      <div className="section-head">
        <Heading level={2} data-size="xs" id={id}>
          {title}
        </Heading>
        {tools}
      </div>
      {children}
    </section>
  );
}
