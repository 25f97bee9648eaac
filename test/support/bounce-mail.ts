/** What a mail server tells. */
export interface ToldBounce {
  readonly messageId: string;
  readonly action?: string;
  readonly status?: string;
  /** Type of the part with what is returned of the message. */
  readonly returned?: string;
}

/** A mail such as mail servers write when a message came back (RFC 3464 §2, with the parts in the order of RFC 6522 §3). */
export function bounceMail({
  messageId,
  action = 'failed',
  status = '5.1.1',
  returned = 'message/rfc822',
}: ToldBounce): string {
  return `Return-Path: <>
From: MAILER-DAEMON@mx.example.com (Mail Delivery System)
To: ikke-svar@boligflyt.test
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
 boundary="grense"
Message-Id: <20261125080000.1@mx.example.com>

--grense
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

<siv@example.com>: host mx.example.com said: 550 5.1.1 User unknown. Read more: http://ond.example.com

--grense
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.com
Arrival-Date: Wed, 25 Nov 2026 09:00:00 +0100 (CET)

Final-Recipient: rfc822; siv@example.com
Original-Recipient: rfc822;siv@example.com
Action: ${action}
Status: ${status}
Remote-MTA: dns; mx.example.com
Diagnostic-Code: smtp; 550 5.1.1 <siv@example.com>: User unknown in
    virtual mailbox table

--grense
Content-Description: Undelivered Message
Content-Type: ${returned}

From: Boligflyt <ikke-svar@boligflyt.test>
To: siv@example.com
Subject: Du har en melding fra Trondheim kommune
Message-ID:
 ${messageId}
Content-Type: text/plain; charset=utf-8

Message-ID: <annen@example.com>
Hei

--grense--
`.replaceAll('\n', '\r\n');
}
