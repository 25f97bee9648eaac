/** Whether the person whom the case `c` is about has a protected address. */
export const isProtected = `exists (select from registered_person as p
      where p.tenant = c.tenant and p.id = c.subject and p.protection <> 'none') as "isProtected"`;
