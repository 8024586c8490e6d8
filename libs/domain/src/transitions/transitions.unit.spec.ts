/** Transition tables tell what is allowed (api.md: wrong state → 409 with allowedActions). */
import { transitions } from './transitions';

const door = transitions<'open' | 'closed' | 'gone', 'open' | 'close' | 'knock' | 'remove'>({
  open: { close: 'closed', remove: 'gone' },
  closed: { open: 'open', knock: 'closed', remove: 'gone' },
  gone: {},
});

describe('DLN-3 transition tables', () => {
  it('DLN-3 tell the actions allowed now, and where each leads', () => {
    expect(door.allowedActions('closed')).toEqual(['open', 'knock', 'remove']);
    expect(door.allowedActions('gone')).toEqual([]);
    expect(door.next('closed', 'open')).toBe('open');
    expect(door.next('closed', 'knock')).toBe('closed');
    expect(door.statesThatAllow('remove')).toEqual(['open', 'closed']);
  });

  it('DLN-3 refuse what is not in the table, names of Object too', () => {
    expect([door.next('open', 'open'), door.allows('gone', 'open')]).toEqual([null, false]);
    expect(door.next('open', JSON.parse('"toString"'))).toBeNull();
    expect(() => door.allowedActions(JSON.parse('"constructor"'))).toThrow(RangeError);
  });
});
