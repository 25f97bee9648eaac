import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

let focusedPath = window.location.pathname;

/** Tells a screen reader that the page is another one by moving focus to its heading, but not on the first load. */
function useHeadingFocus(title: string) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = `${title} – ${t('common.product')}`;
  }, [title, t]);
  useEffect(() => {
    if (focusedPath === window.location.pathname) return;
    focusedPath = window.location.pathname;
    heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}

interface PageProps {
  readonly title: string;
  readonly lead?: string;
  /** Stands above the heading: where the reader is. */
  readonly above?: ReactNode;
  /** Stands beside the heading: the main thing to do here. */
  readonly action?: ReactNode;
  readonly children?: ReactNode;
}

/** A page with its one h1, its document title and focus on navigation. */
export function Page({ title, lead, above, action, children }: PageProps) {
  const heading = useHeadingFocus(title);

  return (
    <div className="page">
      <div className="page-head">
        <div>
          {above}
          <Heading level={1} data-size="lg" tabIndex={-1} ref={heading}>
            {title}
          </Heading>
          {lead !== undefined && <Paragraph className="lead">{lead}</Paragraph>}
        </div>
        {action}
      </div>
      {children}
    </div>
  );
}
