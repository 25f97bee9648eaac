import type { HomeDetail } from '@contract/home.contract.js';
import { routes } from '@contract/routes.contract.js';
import { Button } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { pathOf } from '../../api/path.js';
import { useCommand } from '../../api/use-command.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { formatDate } from '../../i18n/dates.js';

/** Whom a home is kept for or let to; whoever keeps the register keeps it, or lets it go. */
export function HomeHolds({ home }: { readonly home: HomeDetail }) {
  const { t } = useTranslation();
  const command = useCommand();
  const { id, boligreservasjon: reservation, leieforhold: lease } = home;
  const reserve = () => command.mutate({ path: pathOf(routes.reserveHome, { id }), body: {} });
  const release = (of: string) =>
    command.mutate({ path: pathOf(routes.releaseHome, { id, reservation: of }), body: { reason: 'feil' } });

  return (
    <div className="stack-tight">
      {command.isError && <ProblemAlert error={command.error} />}
      {reservation === null && lease === null && (
        <p className="subtle">{t(home.availability === 'utleid' ? 'homes.isLet' : 'homes.nobody')}</p>
      )}
      {lease !== null && (
        <p>
          {lease.personName === null
            ? t('homes.let', { at: formatDate(lease.fromOn) })
            : t('homes.letTo', { person: lease.personName, at: formatDate(lease.fromOn) })}
        </p>
      )}
      {reservation !== null && (
        <p>
          {reservation.personName === null
            ? t('homes.reserved', { at: formatDate(reservation.reservedAt) })
            : t('homes.reservedFor', { person: reservation.personName, at: formatDate(reservation.reservedAt) })}
        </p>
      )}
      {home.mayChange && home.availability === 'ledig' && (
        <Button data-size="sm" loading={command.isPending} onClick={reserve}>
          {t('homes.reserve')}
        </Button>
      )}
      {home.mayChange && reservation !== null && (
        <Button data-size="sm" variant="secondary" loading={command.isPending} onClick={() => release(reservation.id)}>
          {t('homes.release')}
        </Button>
      )}
    </div>
  );
}
