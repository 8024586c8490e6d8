/** What crosses modules is named, versioned and told by its publisher (EVT-1). */
import { EVENTS } from './catalogue';

const MODULES = ['hotline', 'dispatch', 'complaints', 'appeals', 'revisit', 'appraisal', 'reporting'];

describe('event catalogue', () => {
  it.each([...EVENTS.keys()])('EVT-1 %s is <publisher>.<subject>.<happened>.v<version>', (name) => {
    const [publisher, ...rest] = name.split('.');
    // The clocks are the platform's; all else is published by modules.
    expect([...MODULES, 'alarms']).toContain(publisher);
    expect(rest.join('.')).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*\.v[1-9]\d*$/);
  });

  it.each([...EVENTS.values()])(
    'EVT-2 $name has a title for the waiting list and goes to modules of the suite',
    ({ title, handOffTo, name }) => {
      expect(title.zh).toMatch(/[一-鿿]/);
      expect(title.en).toMatch(/^[A-Z][\x20-\x7e]+$/);
      for (const module of handOffTo) expect(MODULES).toContain(module);
      expect(handOffTo).not.toContain(name.split('.')[0]);
    },
  );

  it.each([...EVENTS.values()])('EVT-1 $name takes nothing but what its schema says', ({ payload, personal }) => {
    expect(payload.safeParse({}).success).toBe(false);
    expect(payload.safeParse({ keyId: 'no uuid' }).success).toBe(false);
    expect(personal.safeParse('text').success).toBe(false);
  });
});
