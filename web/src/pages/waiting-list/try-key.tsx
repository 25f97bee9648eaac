import { ruleComparisonSchema } from '@contract/priority-rule.contract.js';
import type { RuleComparisonView } from '@contract/priority-rule.contract.js';
import { routes } from '@contract/routes.contract.js';
import { Alert, Button, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-command.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { Section } from '../../components/section.js';
import { formatDate } from '../../i18n/dates.js';
import { KeyComparison } from './key-comparison.js';
import { ProposeKey } from './propose-key.js';

/** The comparison of a key with the one that counted; nothing is changed by asking. */
function useComparison() {
  const [compared, setCompared] = useState<RuleComparisonView>();
  const command = useCommand((answer) => {
    const read = ruleComparisonSchema.safeParse(answer);
    if (read.success) setCompared(read.data);
  });
  return { compared, command, forget: () => setCompared(undefined) };
}

interface PeriodProps {
  readonly from: string;
  readonly to: string;
  readonly choose: (period: { readonly from: string; readonly to: string }) => void;
}

function Period({ from, to, choose }: PeriodProps) {
  const { t } = useTranslation();
  return (
    <div className="tools">
      <Textfield
        className="short"
        type="date"
        label={t('priorityKey.from')}
        description={t('priorityKey.period')}
        value={from}
        onChange={({ target }) => choose({ from: target.value, to })}
      />
      <Textfield
        className="short"
        type="date"
        label={t('priorityKey.to')}
        description={t('priorityKey.period')}
        value={to}
        onChange={({ target }) => choose({ from, to: target.value })}
      />
    </div>
  );
}

/** Tries another key, given as a file, on rounds that have been; and proposes it. */
export function TryKey() {
  const { t } = useTranslation();
  const [dmn, setDmn] = useState('');
  const [period, setPeriod] = useState({ from: '', to: '' });
  const [isMissing, setMissing] = useState(false);
  const { compared, command, forget } = useComparison();
  const chooseFile = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    forget();
    setMissing(false);
    setDmn((await target.files?.[0]?.text()) ?? '');
  };
  const compare = () => {
    setMissing(dmn === '');
    const { from, to } = period;
    if (dmn !== '')
      command.mutate({ path: routes.compareRule, body: { dmn, ...(from && { from }), ...(to && { to }) } });
  };

  return (
    <Section title={t('priorityKey.try')}>
      <Paragraph className="prose">{t('priorityKey.tryLead')}</Paragraph>
      <Textfield
        type="file"
        accept=".dmn,.xml"
        label={t('priorityKey.file')}
        error={isMissing ? t('priorityKey.fileFirst') : undefined}
        onChange={(event) => void chooseFile(event)}
      />
      <Period {...period} choose={setPeriod} />
      <div className="actions">
        <Button variant="secondary" loading={command.isPending} onClick={compare}>
          {t('priorityKey.compare')}
        </Button>
      </div>
      <div role="status">{compared !== undefined && <Alert>{t('priorityKey.tried', triedIn(compared))}</Alert>}</div>
      {command.isError && <ProblemAlert error={command.error} kept />}
      {compared !== undefined && <KeyComparison compared={compared} />}
      {compared !== undefined && <ProposeKey dmn={dmn} />}
    </Section>
  );
}

const triedIn = ({ rounds, from, to }: RuleComparisonView) => ({
  count: rounds,
  from: formatDate(from),
  to: formatDate(to),
});
