-- What is forgotten after 30 days, oldest first; the receipts of cases are not in it, so a command pays nothing for it.
CREATE INDEX command_receipt_old ON command_receipt (tenant, at) WHERE instance IS NULL;
