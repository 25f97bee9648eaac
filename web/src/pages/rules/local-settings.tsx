import type { LocalSettings as Settings } from '@contract/rules.contract.js';
import { Heading, Table } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { Facts } from '../../components/facts.js';
import { useGroupName } from '../../components/group-names.js';
import { PageLink } from '../../components/page-link.js';
import { Section } from '../../components/section.js';
import { formatMoment } from '../../i18n/dates.js';
import { ClosedDays, CrisisHelp } from './local-days.js';

type Steps = Settings['roundSteps'];

interface OneProps {
  readonly name:
    | 'attention'
    | 'attentionSteps'
    | 'rounds'
    | 'waits'
    | 'cadences'
    | 'telling'
    | 'leaders'
    | 'figures'
    | 'crisis'
    | 'closed';
  readonly children: ReactNode;
}

/** One thing that the municipality has chosen, with why it is there. */
export function Chosen({ name, children }: OneProps) {
  const { t } = useTranslation();
  return (
    <section className="card wide" aria-labelledby={`valgt-${name}`}>
      <Heading level={3} data-size="2xs" id={`valgt-${name}`}>
        {t(`rules.settings.${name}.title`)}
      </Heading>
      <p className="subtle">{t(`rules.settings.${name}.why`)}</p>
      {children}
    </section>
  );
}

/** Groups, and those whom a step names by what they are to the case. */
function useListener(): (to: string) => string {
  const { t } = useTranslation();
  const groupName = useGroupName();
  return (to) => (to === 'owner' || to === 'leader' ? t(`rules.settings.groups.${to}`) : groupName(to));
}

function StepList({ steps, kind }: { readonly steps: Steps; readonly kind: 'attentionSteps' | 'rounds' | 'waits' }) {
  const { t } = useTranslation();
  const listener = useListener();
  return (
    <ol className="plain tight">
      {steps.map(({ after, to }) => (
        <li key={after}>{t(`rules.settings.${kind}.step`, { count: after, who: listener(to) })}</li>
      ))}
    </ol>
  );
}

function Attention({ settings: { attention } }: SettingsProps) {
  const { t } = useTranslation();
  return (
    <Chosen name="attention">
      <Table data-size="sm" aria-labelledby="valgt-attention">
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell>{t('rules.settings.attention.process')}</Table.HeaderCell>
            <Table.HeaderCell>{t('rules.settings.attention.every')}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {attention.map(({ process, name, every }) => (
            <Table.Row key={process}>
              <Table.HeaderCell scope="row">
                <PageLink to="/prosesser/$processKey" params={{ processKey: process }}>
                  {name}
                </PageLink>
              </Table.HeaderCell>
              <Table.Cell>{every}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </Chosen>
  );
}

interface SettingsProps {
  readonly settings: Settings;
}

function Telling({ settings: { quiet, digestAt, storm, stuck } }: SettingsProps) {
  const { t } = useTranslation();
  const quietText =
    quiet === null
      ? t('rules.settings.telling.noQuiet')
      : t(`rules.settings.telling.${quiet.daysOff ? 'quietDays' : 'quietText'}`, quiet);
  return (
    <Chosen name="telling">
      <Facts
        items={[
          [t('rules.settings.telling.quiet'), quietText],
          [t('rules.settings.telling.digest'), t('rules.settings.telling.digestText', { at: digestAt })],
          [t('rules.settings.telling.storm'), t('rules.settings.telling.stormText', storm)],
          [t('rules.settings.telling.stuck'), t('rules.settings.telling.stuckText', { every: stuck.every })],
        ]}
      />
    </Chosen>
  );
}

function Cadences({ settings: { cadences } }: SettingsProps) {
  const { t } = useTranslation();
  return (
    <Chosen name="cadences">
      <ul className="plain tight">
        {cadences.map(({ process, name, text, nextAt }) => (
          <li key={process}>
            {t('rules.settings.cadences.text', { name, text })}.{' '}
            {nextAt !== null && t('rules.settings.cadences.next', { at: formatMoment(nextAt) })}
          </li>
        ))}
      </ul>
    </Chosen>
  );
}

/** What the municipality has chosen, each with what it is for. */
export function LocalSettings({ settings }: SettingsProps) {
  const { t } = useTranslation();
  const groupName = useGroupName();
  const { attentionSteps, roundSteps, waitSteps, leaders, smallestCell, homeTypes, crisis, closedDays } = settings;

  return (
    <Section title={t('rules.settings.title')}>
      <div className="settings">
        <Attention settings={settings} />
        <Chosen name="attentionSteps">
          {attentionSteps.map(({ family, steps }) => (
            <div key={family}>
              <p className="strong">{t(`rules.settings.attentionSteps.family.${family}`)}</p>
              <StepList steps={steps} kind="attentionSteps" />
            </div>
          ))}
        </Chosen>
        <Cadences settings={settings} />
        <Chosen name="rounds">
          <StepList steps={roundSteps} kind="rounds" />
        </Chosen>
        <Chosen name="waits">
          <StepList steps={waitSteps} kind="waits" />
        </Chosen>
        <Telling settings={settings} />
        <Chosen name="leaders">
          <Facts items={leaders.map(({ unit, leader }) => [groupName(unit), groupName(leader)])} />
        </Chosen>
        <Chosen name="figures">
          <p>{t('rules.settings.figures.smallest', { count: smallestCell })}</p>
          <p>{t('rules.settings.figures.types', { types: homeTypes.join(', ') })}</p>
        </Chosen>
        <Chosen name="crisis">
          <CrisisHelp crisis={crisis} />
        </Chosen>
        <Chosen name="closed">
          <ClosedDays days={closedDays} />
        </Chosen>
      </div>
    </Section>
  );
}
