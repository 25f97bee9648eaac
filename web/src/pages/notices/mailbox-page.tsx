import type { MailboxMessage } from '@contract/demo.contract.js';
import { Field, Label, Select } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mailboxQuery, meQuery } from '../../api/queries.js';
import { Empty } from '../../components/empty.js';
import { Facts } from '../../components/facts.js';
import { Page } from '../../components/page.js';
import { Section } from '../../components/section.js';
import { formatTime } from '../../i18n/dates.js';

function MessageView({ message }: { readonly message: MailboxMessage }) {
  const { t } = useTranslation();
  return (
    <Section title={message.subject} className="message">
      <Facts
        items={[
          [t('demo.mailbox.from'), message.from],
          [t('demo.mailbox.to'), message.to],
          [t('demo.mailbox.received'), formatTime(message.receivedAt)],
          [t('demo.mailbox.attachments'), message.attachments.map(({ name }) => name).join(', ')],
        ]}
      />
      <div className="letter">{message.text}</div>
    </Section>
  );
}

interface RecipientsProps {
  readonly addresses: readonly string[];
  readonly chosen: string;
  readonly choose: (address: string) => void;
}

function Recipients({ addresses, chosen, choose }: RecipientsProps) {
  const { t } = useTranslation();
  return (
    <Field className="medium">
      <Label>{t('demo.mailbox.recipient')}</Label>
      <Select value={chosen} onChange={(event) => choose(event.target.value)}>
        <Select.Option value="">{t('demo.mailbox.everybody')}</Select.Option>
        {addresses.map((address) => (
          <Select.Option key={address} value={address}>
            {address}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}

// In the demo everybody's address is their id at the demo's domain.
const isOf = (person: string, address: string): boolean => address.startsWith(`${person}@`);

/** Everybody who has got mail: the reader first, then the others by name. */
const addressesOf = (messages: readonly MailboxMessage[], person: string): readonly string[] =>
  [...new Set(messages.map(({ to }) => to))].toSorted(
    (one, other) => Number(isOf(person, other)) - Number(isOf(person, one)) || one.localeCompare(other, 'nb'),
  );

/** Every e-mail that the demo has sent, newest first; the reader's own to begin with, where there are any. */
export function MailboxPage() {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(mailboxQuery());
  const { data: me } = useSuspenseQuery(meQuery());
  const [chosen, setRecipient] = useState<string>();
  const [openId, setOpenId] = useState<string>();
  const addresses = addressesOf(data.items, me.id);
  const recipient = chosen ?? addresses.find((address) => isOf(me.id, address)) ?? '';
  const messages = data.items
    .filter(({ to }) => recipient === '' || to === recipient)
    .toSorted((one, other) => other.receivedAt.localeCompare(one.receivedAt));
  const open = messages.find(({ id }) => id === openId);

  return (
    <Page title={t('demo.mailbox.title')} lead={t('demo.mailbox.lead')}>
      {data.items.length === 0 && <Empty text={t('demo.mailbox.empty')} next={t('demo.mailbox.emptyNext')} />}
      {data.items.length > 0 && (
        <div className="mailbox">
          <div className="stack">
            <Recipients addresses={addresses} chosen={recipient} choose={setRecipient} />
            <p role="status">{t('demo.mailbox.messages', { count: messages.length })}</p>
            <ul className="plain mail-list" aria-label={t('demo.mailbox.list')}>
              {messages.map(({ id, subject, to, receivedAt }) => (
                <li key={id}>
                  <button type="button" className="mail" aria-pressed={id === openId} onClick={() => setOpenId(id)}>
                    <span className="strong block">{subject}</span>
                    <span className="subtle">
                      {to} · {formatTime(receivedAt)}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
          <div aria-live="polite">
            {open === undefined ? <p className="subtle">{t('demo.mailbox.choose')}</p> : <MessageView message={open} />}
          </div>
        </div>
      )}
    </Page>
  );
}
