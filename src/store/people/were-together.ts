/** Of two rows of `household_member`, called `one` and `other`: whether they were in the same household on at least one same day. */
export const periodsMeet = `other.tenant = one.tenant and other.household = one.household
  and coalesce(one.from_on, '-infinity') <= coalesce(other.until_on, 'infinity')
  and coalesce(other.from_on, '-infinity') <= coalesce(one.until_on, 'infinity')`;

/** The same, where neither was registered by mistake. */
export const wereTogether = `${periodsMeet} and not one.was_wrong and not other.was_wrong`;
