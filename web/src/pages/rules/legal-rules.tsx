import type { RulesView } from '@contract/rules.contract.js';
import { Table } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import type { bokmaal } from '../../i18n/messages.js';
import { Section } from '../../components/section.js';
import { useValidText } from './valid-text.js';

const columns = ['name', 'law', 'body', 'rule', 'fourEyes'] as const;
type Outcome = keyof typeof bokmaal.rules.bases.outcome;

function useOutcomeName(): (outcome: string) => string {
  const { t, i18n } = useTranslation();
  const isKnown = (outcome: string): outcome is Outcome => i18n.exists(`rules.bases.outcome.${outcome}`);
  return (outcome) => (isKnown(outcome) ? t(`rules.bases.outcome.${outcome}`) : outcome);
}

function Bases({ bases }: { readonly bases: RulesView['legalBases'] }) {
  const { t } = useTranslation();
  const validText = useValidText();
  const outcomeName = useOutcomeName();
  return (
    <Section title={t('rules.bases.title')}>
      <Table className="cards-on-phone" data-size="sm" aria-label={t('rules.bases.title')}>
        <Table.Head>
          <Table.Row>
            {columns.map((column) => (
              <Table.HeaderCell key={column}>{t(`rules.bases.${column}`)}</Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {bases.map((basis) => (
            <Table.Row key={`${basis.id} ${basis.validFrom}`}>
              <Table.HeaderCell scope="row" data-label={t('rules.bases.name')}>
                {basis.name}
                <span className="subtle block">{validText(basis)}</span>
              </Table.HeaderCell>
              <Table.Cell data-label={t('rules.bases.law')}>{basis.law}</Table.Cell>
              <Table.Cell data-label={t('rules.bases.body')}>{basis.appealBody}</Table.Cell>
              <Table.Cell data-label={t('rules.bases.rule')}>{basis.appealRule}</Table.Cell>
              <Table.Cell data-label={t('rules.bases.fourEyes')}>
                {basis.fourEyes.length === 0
                  ? t('rules.bases.nobody')
                  : basis.fourEyes.map((outcome) => outcomeName(outcome)).join(', ')}
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </Section>
  );
}

/** By what decisions are made, and when somebody may not work on a case. */
export function LegalRules({
  bases,
  impartiality,
}: { readonly bases: RulesView['legalBases'] } & Pick<RulesView, 'impartiality'>) {
  const { t } = useTranslation();
  const validText = useValidText();
  return (
    <>
      <Bases bases={bases} />
      <Section title={t('rules.impartiality.title')}>
        {impartiality.map(({ validFrom, source, rules }) => (
          <div key={validFrom}>
            <p>{t('rules.impartiality.lead')}</p>
            <ul>
              {rules.map((rule) => (
                <li key={rule}>{rule}</li>
              ))}
            </ul>
            <p className="subtle">
              {t('rules.impartiality.source', { source, valid: validText({ validFrom, validTo: null }) })}
            </p>
          </div>
        ))}
      </Section>
    </>
  );
}
