import { findSobrietyDemands } from './find-sobriety-demands.js';

it.each([
  'Personen må være rusfri før inntak.',
  'Vi krever tre rene urinprøver.',
  'Det er en forutsetning at hun går i behandling.',
  'Inntak når han er edru.',
  'Du kan beholde boligen så lenge du er i LAR.',
  'Fullført avrusning er et vilkår.',
  'Kom tilbake dersom du slutter å ruse deg, eller hvis du er rusfri.',
  'Nei, fordi hun ruser seg hver dag.',
  'Ikke aktuell på grunn av alkohol.',
  'Bolig først etter gjennomført behandling.',
  'Skal ikke drikke i boligen.',
  'Ønsker bolig, men må være rusfri først.',
  'Avslaget skyldes rusmidler.',
  'MÅ VÆRE EDRU.',
])('finds a condition that Housing First does not have: %s', (text) => {
  expect(findSobrietyDemands(text)).toEqual([{ from: 0, to: text.length }]);
});

it.each([
  'Rusfrihet er ikke et krav.',
  'Vi stiller ingen krav om behandling.',
  'Boligen er uavhengig av behandling.',
  'Hun ønsker behandling til våren.',
  'Han går til behandling hver uke.',
  'Personen ruser seg, og vil ha ro.',
  'Personen må kunne låse døra.',
  'Hun trenger hjelp to ganger i uka.',
  'Behovet for hjelp om natta er større enn teamet kan gi.',
  'Saksbehandlingen er ferdig.',
  'En russisk nabo hjelper til.',
  'Vi har ikke plass før sommeren.',
])('lets this be: %s', (text) => {
  expect(findSobrietyDemands(text)).toEqual([]);
});

it('tells where the sentence stands, and leaves the others alone', () => {
  const demand = 'Hun må være rusfri.';
  const text = `Hun vil ha ro. ${demand} Hun har hund.`;

  expect(findSobrietyDemands(text)).toEqual([{ from: 15, to: 15 + demand.length }]);
});
