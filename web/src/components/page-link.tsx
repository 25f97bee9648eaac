import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes } from 'react';

// The router says `active` of a link to where the reader is, in place of a class that nobody gave.
function Anchor({ className = 'ds-link', ...attributes }: AnchorHTMLAttributes<HTMLAnchorElement>) {
  return <a {...attributes} className={className === 'active' ? 'ds-link' : className} />;
}

/** A link to a page of this application, with the look of the design system. */
export const PageLink = createLink(Anchor);
