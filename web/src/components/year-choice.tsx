import { Field, Label, Select } from '@digdir/designsystemet-react';

const yearsBack = 4;

interface YearChoiceProps {
  readonly label: string;
  readonly thisYear: number;
  readonly year: number;
  readonly choose: (year: number) => void;
}

/** The running year or one of the four before it. */
export function YearChoice({ label, thisYear, year, choose }: YearChoiceProps) {
  const years = Array.from({ length: yearsBack + 1 }, (_, back) => thisYear - back);
  return (
    <Field>
      <Label>{label}</Label>
      <Select value={year} onChange={({ target }) => choose(Number(target.value))}>
        {years.map((one) => (
          <Select.Option key={one} value={one}>
            {one}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}
