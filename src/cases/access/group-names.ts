const names: Readonly<Record<string, string>> = {
  hvk: 'Helse- og velferdskontoret',
  'hvk-leder': 'Leder ved Helse- og velferdskontoret',
  bst: 'Boligsosialt team',
  'bst-leder': 'Leder for boligsosialt team',
  'trondheim-eiendom': 'Trondheim eiendom',
  prosjektleder: 'Prosjektleder',
  kd: 'Kommunedirektørens fagstab',
  'politisk-sekretariat': 'Politisk sekretariat',
  byplan: 'Byplankontoret',
  brukerrepresentant: 'Brukerrepresentant',
  soker: 'Søker',
  jobbarbeider: 'Program som tar jobber',
  admin: 'Systemansvarlig',
  leader: 'Lederen for enheten',
  owner: 'Den som har saken',
  substitute: 'Vikaren',
};

/** What people call a group; its id where it has no other name. */
export const groupName = (group: string): string => names[group] ?? group;
