-- A form's fields stand in the order in which they were written; jsonb sorts them by the length of their names.
ALTER TABLE "form" ALTER COLUMN "schema" TYPE JSON USING "schema"::json;
