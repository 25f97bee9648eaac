import { createProcessInstanceId } from './process-instance-id.js';

describe('the id of a process instance', () => {
  it('is a UUIDv7 that begins with the instant', () => {
    const id = createProcessInstanceId('2026-11-25T08:00:00.000Z');

    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(Date.parse('2026-11-25T08:00:00.000Z'));
  });

  it('is the same for the same start, so that a round is never started twice', () => {
    const due = '2026-12-01T08:00:00.000Z';

    expect(createProcessInstanceId(due, 'trondheim/ventelisterunde/tirsdag')).toBe(
      createProcessInstanceId(due, 'trondheim/ventelisterunde/tirsdag'),
    );
    expect(createProcessInstanceId(due)).not.toBe(createProcessInstanceId(due));
  });
});
