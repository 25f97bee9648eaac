import type { ReactNode } from 'react';

interface ScrollRegionProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** A wide table that scrolls inside itself on a narrow screen, by touch and by keyboard. */
export function ScrollRegion({ label, children }: ScrollRegionProps) {
  return (
    <div className="scroll" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
