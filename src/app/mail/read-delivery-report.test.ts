import fc from 'fast-check';
import { bounceMail } from '../../../test/support/bounce-mail.js';
import { readDeliveryReport } from './read-delivery-report.js';

const messageId = '<0123456789abcdef0123456789abcdef@boligflyt>';

it('tells which message came back and why, in our words and with none of the other side’s', async () => {
  expect(await readDeliveryReport(bounceMail({ messageId }))).toEqual({
    ...{ providerId: messageId, cameBack: true, statusCode: '5.1.1', reason: 'Adressen finnes ikke.' },
  });
});

it('reads what returns only the headers of the message, too', async () => {
  const report = await readDeliveryReport(bounceMail({ messageId, returned: 'text/rfc822-headers' }));

  expect(report?.providerId).toBe(messageId);
});

it.each([
  ['failed', '5.2.2', true, 'Postkassen er full.'],
  ['failed', '4.2.2', true, 'Postkassen er full. Det kan være forbigående.'],
  ['Delayed', '4.4.1', false, 'Mottakerens e-posttjener svarer ikke. Det kan være forbigående.'],
  ['failed', '5.7.1 (policy)', true, 'Mottakerens e-posttjener avviser meldingen.'],
  ['failed', 'tull', true, 'Mottakerens e-posttjener tok ikke imot meldingen.'],
])('of a message that %s with %s, that it came back is %s: %s', async (action, status, cameBack, reason) => {
  expect(await readDeliveryReport(bounceMail({ messageId, action, status }))).toMatchObject({ cameBack, reason });
});

it.each(['delivered', 'relayed', 'expanded', ''])('tells nothing of a message that was %s', async (action) => {
  expect(await readDeliveryReport(bounceMail({ messageId, action }))).toBeUndefined();
});

it('is none where a mail is cut off anywhere before the id, and never fails', async () => {
  const mail = bounceMail({ messageId });
  await fc.assert(
    fc.asyncProperty(fc.nat(mail.indexOf(messageId)), async (length) => {
      expect(await readDeliveryReport(mail.slice(0, length))).toBeUndefined();
    }),
  );
});
