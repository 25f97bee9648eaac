-- Whom a document is from, where that is an organisation or an authority. A person is never named here: entries stay when their case is
-- deleted, and the name is looked up in the case as long as there is one. Appeals and statements of before were not entered; numbers that
-- others have already are not given again.
ALTER TABLE "journal_entry" ADD COLUMN "correspondent" TEXT;
