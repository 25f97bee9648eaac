import type { JournalEntry } from '@contract/process-instance.contract.js';
import { Button, ToggleGroup } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { journalQuery } from '../../api/queries.js';
import { Section } from '../../components/section.js';
import { formatTime } from '../../i18n/dates.js';

const latest = 12;

function Line({ entry }: { readonly entry: JournalEntry }) {
  const { t } = useTranslation();
  return (
    <li data-level={entry.level}>
      <time dateTime={entry.at}>{formatTime(entry.at)}</time>
      <span>
        {entry.text} <span className="subtle">{entry.actor?.name ?? t('cases.timeline.system')}</span>
      </span>
    </li>
  );
}

/** What has happened in the case, newest first: milestones, or everything. */
export function CaseTimeline({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(journalQuery(caseId));
  const [shown, setShown] = useState('milestone');
  const [isWhole, setIsWhole] = useState(false);
  const entries = data.items.filter(({ level }) => shown === 'all' || level === 'milestone').toReversed();

  return (
    <Section
      title={t('cases.timeline.title')}
      tools={
        <ToggleGroup aria-label={t('cases.timeline.show')} data-size="sm" value={shown} onChange={setShown}>
          <ToggleGroup.Item value="milestone">{t('cases.timeline.milestones')}</ToggleGroup.Item>
          <ToggleGroup.Item value="all">{t('cases.timeline.all')}</ToggleGroup.Item>
        </ToggleGroup>
      }
    >
      {entries.length === 0 && <p className="subtle">{t('cases.timeline.empty')}</p>}
      <ol className="timeline">
        {entries.slice(0, isWhole ? undefined : latest).map((entry) => (
          <Line key={entry.seq} entry={entry} />
        ))}
      </ol>
      {entries.length > latest && !isWhole && (
        <div>
          <Button variant="secondary" data-size="sm" onClick={() => setIsWhole(true)}>
            {t('cases.timeline.whole', { count: entries.length })}
          </Button>
        </div>
      )}
    </Section>
  );
}
