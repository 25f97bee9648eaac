import PostalMime, { type Attachment } from 'postal-mime';
import type { DeliveryReport } from '../../runtime/notice-ports.js';

/**
 * Reads the mail in which a mail server tells what became of one of ours (RFC 3464): a message that came back, or is late. Undefined
 * where it tells nothing of the kind. Who knows the Message-ID has had the message or sent it on: nobody else can say this of it.
 * Nothing that the other side wrote is passed on but that id and the status code.
 */
export async function readDeliveryReport(mail: string): Promise<DeliveryReport | undefined> {
  const parsed = await PostalMime.parse(mail, { forceRfc822Attachments: true, attachmentEncoding: 'utf8' }).catch(
    () => undefined,
  );
  const partOf = (...types: readonly string[]): string | undefined =>
    textOf(parsed?.attachments.find(({ mimeType }) => types.includes(mimeType)));
  const status = partOf('message/delivery-status');
  const returned = partOf('message/rfc822', 'text/rfc822-headers');
  if (status === undefined || returned === undefined) return undefined;

  const [providerId] = /^<[^<>\s]+>$/.exec(fieldsOf(blocksOf(returned)[0] ?? '').get('message-id') ?? '') ?? [];
  const fate = blocksOf(status).map(fieldsOf).find(isNews);
  return providerId === undefined || fate === undefined ? undefined : reportOf(providerId, fate);
}

type Fields = ReadonlyMap<string, string>;

const actionOf = (fields: Fields): string => (fields.get('action') ?? '').toLowerCase();

// §2.3.3: `delivered`, `relayed` and `expanded` are no bad news.
const isNews = (fields: Fields): boolean => ['failed', 'delayed'].includes(actionOf(fields));

function reportOf(providerId: string, fields: Fields): DeliveryReport {
  const [statusCode] = /^[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '') ?? [];
  return {
    providerId,
    cameBack: actionOf(fields) === 'failed',
    reason: reasonOf(statusCode),
    ...(statusCode === undefined ? {} : { statusCode }),
  };
}

// RFC 3463 §3: what the second and third number are about.
const reasons: readonly (readonly [RegExp, string])[] = [
  [/^\d\.1\.[01236]$/, 'Adressen finnes ikke.'],
  [/^\d\.1\.10$/, 'Adressen tar ikke imot e-post.'],
  [/^\d\.2\.1$/, 'Postkassen er stengt.'],
  [/^\d\.2\.2$/, 'Postkassen er full.'],
  [/^\d\.(2\.3|3\.4)$/, 'Meldingen er for stor for mottakeren.'],
  [/^\d\.4\./, 'Mottakerens e-posttjener svarer ikke.'],
  [/^\d\.7\./, 'Mottakerens e-posttjener avviser meldingen.'],
];

function reasonOf(statusCode = ''): string {
  const [, why = 'Mottakerens e-posttjener tok ikke imot meldingen.'] =
    reasons.find(([code]) => code.test(statusCode)) ?? [];
  return statusCode.startsWith('4.') ? `${why} Det kan være forbigående.` : why;
}

function textOf(part: Attachment | undefined): string | undefined {
  const content = part?.content;
  return content === undefined || typeof content === 'string' ? content : new TextDecoder().decode(content);
}

const blocksOf = (text: string): readonly string[] =>
  text
    .replace(/\r\n/g, '\n')
    .trim()
    .split(/\n[ \t]*\n/);

/** Header fields by name in lower case, unfolded; the first of a name counts. */
function fieldsOf(block: string): Fields {
  const lines = block.replace(/\n[ \t]+/g, ' ').split('\n');
  const fields = lines.flatMap((line): readonly (readonly [string, string])[] => {
    const [, name, value] = /^([!-9;-~]+):[ \t]*(.*?)\s*$/.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value]];
  });
  return new Map(fields.toReversed());
}
