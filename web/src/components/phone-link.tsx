interface PhoneLinkProps {
  readonly phone: string;
  /** As a button of its own, big enough for a thumb. */
  readonly big?: boolean;
  /** Who answers, for a screen reader that hears the number alone. */
  readonly name?: string;
}

/** A number that a phone calls when it is touched. */
export function PhoneLink({ phone, big = false, name }: PhoneLinkProps) {
  return (
    <a
      className={big ? 'ds-button phone' : 'ds-link'}
      {...(big ? { 'data-variant': 'primary' } : {})}
      href={`tel:${phone.replaceAll(' ', '')}`}
    >
      {name !== undefined && <span className="ds-sr-only">{name}: </span>}
      {phone}
    </a>
  );
}
