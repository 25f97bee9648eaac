import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes } from 'react';

function Anchor(attributes: AnchorHTMLAttributes<HTMLAnchorElement>) {
  return <a {...attributes} className={attributes.className ?? 'ds-link'} />;
}

/** A link to a page of this application, with the look of the design system. */
export const PageLink = createLink(Anchor);
