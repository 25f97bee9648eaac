import type { Me } from '@contract/me.contract.js';
import { useLocation } from '@tanstack/react-router';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageLink } from '../components/page-link.js';
import { useMenu } from './menu-entries.js';
import type { MenuEntry, MenuLink } from './menu-entries.js';

interface LinkProps {
  readonly link: MenuLink;
  readonly onFollow?: () => void;
}

function Link({ link: { to, label }, onFollow }: LinkProps) {
  return (
    <PageLink to={to} className="menu-link" activeProps={{ 'aria-current': 'page' }} onClick={onFollow}>
      {label}
    </PageLink>
  );
}

/** Closes what is inside an element: Escape in it, which leads back to its button, and focus that leaves it. */
function useClosing(close: () => void) {
  const inside = useRef<HTMLLIElement>(null);
  useEffect(() => {
    const element = inside.current;
    const onFocusOut = ({ relatedTarget }: FocusEvent) => {
      if (!(relatedTarget instanceof Node) || !element?.contains(relatedTarget)) close();
    };
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      element?.querySelector('button')?.focus();
      close();
    };
    element?.addEventListener('focusout', onFocusOut);
    element?.addEventListener('keydown', onKeyDown);
    return () => {
      element?.removeEventListener('focusout', onFocusOut);
      element?.removeEventListener('keydown', onKeyDown);
    };
  }, [close]);
  return inside;
}

/** Several pages under one name: opened by its button, closed by Escape, by following a link and by leaving it. */
function Group({ label, links }: Extract<MenuEntry, { readonly links: MenuLink[] }>) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  const inside = useClosing(close);
  const { pathname } = useLocation();
  const isHere = links.some(({ to }) => pathname === to || pathname.startsWith(`${to}/`));

  return (
    <li className="menu-group" ref={inside}>
      <button
        type="button"
        className={isHere ? 'menu-link here' : 'menu-link'}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {label}
      </button>
      <ul id={id} hidden={!isOpen}>
        {links.map((link) => (
          <li key={link.to}>
            <Link link={link} onFollow={close} />
          </li>
        ))}
      </ul>
    </li>
  );
}

/** The menu: only what this person has a use for. */
export function MainMenu({ me }: { readonly me: Me }) {
  const { t } = useTranslation();
  const entries = useMenu(me);

  return (
    <nav aria-label={t('common.menu')} className="menu">
      <ul>
        {entries.map((entry) =>
          'links' in entry ? (
            <Group key={entry.group} {...entry} />
          ) : (
            <li key={entry.to}>
              <Link link={entry} />
            </li>
          ),
        )}
      </ul>
    </nav>
  );
}
