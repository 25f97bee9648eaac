-- Said in the statement that writes, so that its transaction can be committed in the same breath: who met another is told so by the
-- code that PostgreSQL itself has for it (serialization_failure), and tries again.
CREATE FUNCTION boligflyt_require_rows(part text, written bigint, required int) RETURNS void LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF written IS DISTINCT FROM required THEN
    RAISE EXCEPTION '%: % of % rows', part, written, required USING ERRCODE = 'serialization_failure';
  END IF;
END $$;
