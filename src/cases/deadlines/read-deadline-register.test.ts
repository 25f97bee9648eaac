import { readDeadlineRegister } from './read-deadline-register.js';

describe('the deadline register', () => {
  it('gives the interim reply a month, rounded back, with reminders a week and two days before', async () => {
    const register = await readDeadlineRegister('workflows');

    const interimReply = register.find(({ id }) => id === 'D02');

    expect(interimReply).toMatchObject({ length: { period: 'P1M' }, rounding: 'backward', breachTo: 'hvk-leder' });
    expect(interimReply?.ladder.map(({ offset }) => offset)).toEqual(['-P7D', '-P2D']);
  });
});
