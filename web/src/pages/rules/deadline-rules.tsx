import type { DeadlineRuleView } from '@contract/rules.contract.js';
import { Field, Label, Select, Switch, Table, Tag, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty.js';
import { Section } from '../../components/section.js';
import { useGroupName } from '../../components/group-names.js';
import { useValidText } from './valid-text.js';

const kinds = ['right', 'authority', 'guidance', 'local'] as const;
const columns = ['rule', 'length', 'start', 'law', 'who', 'valid'] as const;

function More({ rule }: { readonly rule: DeadlineRuleView }) {
  const { t } = useTranslation();
  const groupName = useGroupName();
  const { between, mayPause, extension, breachTo, consequence } = rule;
  const lines = [
    between === null ? '' : t('rules.deadlines.between', between),
    mayPause ? t('rules.deadlines.mayPause') : '',
    extension === null ? '' : t('rules.deadlines.extension', { by: extension }),
    breachTo === null ? '' : t('rules.deadlines.breachTo', { who: groupName(breachTo) }),
    consequence ?? '',
  ].filter((line) => line !== '');
  return lines.map((line) => (
    <span key={line} className="subtle block">
      {line}
    </span>
  ));
}

function Row({ rule }: { readonly rule: DeadlineRuleView }) {
  const { t } = useTranslation();
  const validText = useValidText();
  return (
    <Table.Row>
      <Table.HeaderCell scope="row" data-label={t('rules.deadlines.rule')}>
        {rule.id} {rule.name}
      </Table.HeaderCell>
      <Table.Cell data-label={t('rules.deadlines.length')}>{rule.length}</Table.Cell>
      <Table.Cell data-label={t('rules.deadlines.start')}>{rule.start}</Table.Cell>
      <Table.Cell data-label={t('rules.deadlines.law')}>
        {rule.law}
        {!rule.verified && (
          <Tag data-color="warning" data-size="sm">
            {t('rules.deadlines.unverified')}
          </Tag>
        )}
      </Table.Cell>
      <Table.Cell data-label={t('rules.deadlines.who')}>
        {t(`rules.deadlines.kind.${rule.kind}`)}
        <More rule={rule} />
      </Table.Cell>
      <Table.Cell data-label={t('rules.deadlines.valid')}>
        {validText(rule)}
        {!rule.isInForce && <span className="subtle block">{t('rules.valid.notNow')}</span>}
      </Table.Cell>
    </Table.Row>
  );
}

const holds = (rule: DeadlineRuleView, words: string): boolean =>
  `${rule.id} ${rule.name} ${rule.law}`.toLowerCase().includes(words.trim().toLowerCase());

/** The register of deadlines, found by name, number or law, and by who decides them. */
export function DeadlineRules({ rules }: { readonly rules: readonly DeadlineRuleView[] }) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [kind, setKind] = useState('all');
  const [withOld, setWithOld] = useState(false);
  const shown = rules.filter(
    (rule) => (withOld || rule.isInForce) && (kind === 'all' || rule.kind === kind) && holds(rule, words),
  );

  return (
    <Section title={t('rules.deadlines.title')}>
      <div className="tools low">
        <Textfield
          data-size="sm"
          label={t('rules.deadlines.search')}
          description={t('rules.deadlines.searchHint')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <Field data-size="sm">
          <Label>{t('rules.deadlines.kinds')}</Label>
          <Select value={kind} onChange={(event) => setKind(event.target.value)}>
            <Select.Option value="all">{t('rules.deadlines.all')}</Select.Option>
            {kinds.map((one) => (
              <Select.Option key={one} value={one}>
                {t(`rules.deadlines.kind.${one}`)}
              </Select.Option>
            ))}
          </Select>
        </Field>
        <Switch
          data-size="sm"
          label={t('rules.deadlines.old')}
          checked={withOld}
          onChange={(event) => setWithOld(event.target.checked)}
        />
      </div>
      <p role="status">{t('rules.deadlines.count', { count: shown.length })}</p>
      {shown.length === 0 && <Empty text={t('rules.deadlines.none')} next={t('rules.deadlines.noneNext')} />}
      {shown.length > 0 && (
        <div className="scroll tall" role="region" aria-label={t('rules.deadlines.table')} tabIndex={0}>
          <Table className="cards-on-phone" data-size="sm">
            <Table.Head>
              <Table.Row>
                {columns.map((column) => (
                  <Table.HeaderCell key={column}>{t(`rules.deadlines.${column}`)}</Table.HeaderCell>
                ))}
              </Table.Row>
            </Table.Head>
            <Table.Body>
              {shown.map((rule) => (
                <Row key={`${rule.id} ${rule.validFrom}`} rule={rule} />
              ))}
            </Table.Body>
          </Table>
        </div>
      )}
    </Section>
  );
}
