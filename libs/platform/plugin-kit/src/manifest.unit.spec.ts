/** What is wrong with a set of rooms is said in words that tell what to do, before anything is loaded (PLG-1). */
import type { Manifest } from './manifest';
import { manifestProblems } from './manifest';

const EVENTS = new Set(['hotline.problem-form.concluded.v1']);

class RoomModule {}

const room = (id: string, more: Partial<Manifest> = {}): Manifest => ({
  id,
  title: { zh: id, en: id },
  version: '0.1.0',
  needs: [],
  permissions: [],
  entities: [],
  migrations: [],
  schema: id,
  events: { out: [], in: [] },
  forms: [],
  module: RoomModule,
  ...more,
});

const title = { zh: '权限', en: 'right' };
const migration = (name: string) => ({ name, up: [], down: [] });

describe('manifests', () => {
  it('PLG-1 rooms that fit together have no problems', () => {
    const rooms = [
      room('org', {
        permissions: [{ id: 'org.unit.read', title }],
        migrations: [migration('1760000005000-org-units')],
      }),
      room('hotline', {
        needs: ['org'],
        migrations: [migration('1760000030000-hotline-contacts')],
        events: { out: [{ event: 'hotline.problem-form.concluded.v1' }], in: [] },
      }),
    ];
    expect(manifestProblems(rooms, EVENTS)).toEqual([]);
  });

  it('PLG-1 a need that is not loaded is named, with the setting to change', () => {
    expect(manifestProblems([room('revisit', { needs: ['work'] })], EVENTS)).toEqual([
      '"revisit" needs "work", which is not loaded: add it to SUITE_MODULES.',
    ]);
  });

  it('PLG-1 a room may need one that comes later in the list', () => {
    expect(manifestProblems([room('revisit', { needs: ['work'] }), room('work')], EVENTS)).toEqual([]);
  });

  it('PLG-1 two rooms of one id are refused', () => {
    expect(manifestProblems([room('work'), room('work')], EVENTS)).toEqual([
      'Two rooms have the id "work": rename one of them.',
    ]);
  });

  it('PLG-1 a permission begins with its room and is declared once', () => {
    const rooms = [
      room('hotline', { permissions: [{ id: 'hotline.contact.take', title }] }),
      room('revisit', {
        permissions: [
          { id: 'hotline.contact.take', title },
          { id: 'revisited.task', title },
        ],
      }),
    ];
    expect(manifestProblems(rooms, EVENTS)).toEqual([
      '"revisit" and "hotline" both declare the permission "hotline.contact.take": rename one.',
      'The permission "hotline.contact.take" of "revisit" must begin with "revisit.".',
      'The permission "revisited.task" of "revisit" must begin with "revisit.".',
    ]);
  });

  it('PLG-1 a migration has a name of its own that says its order', () => {
    const rooms = [
      room('work', { migrations: [migration('1760000012000-work-tasks')] }),
      room('notices', { migrations: [migration('1760000012000-work-tasks'), migration('176-notices')] }),
    ];
    expect(manifestProblems(rooms, EVENTS)).toEqual([
      '"notices" and "work" both have the migration "1760000012000-work-tasks": rename one.',
      'The migration "176-notices" of "notices" must be named <13 digits>-<kebab-case>.',
    ]);
  });

  it('PLG-1 an event without a definition is refused, sent or received', () => {
    const events = { out: [{ event: 'hotline.unheard.v1' }], in: [{ event: 'hotline.unheard.v2' }] };
    expect(manifestProblems([room('hotline', { events })], EVENTS)).toEqual([
      '"hotline" names the event "hotline.unheard.v1", which libs/events does not define.',
      '"hotline" names the event "hotline.unheard.v2", which libs/events does not define.',
    ]);
  });

  it('PLG-1 two rooms that would share a PostgreSQL schema are refused', () => {
    expect(manifestProblems([room('work'), room('tasks', { schema: 'work' })], EVENTS)).toEqual([
      '"tasks" and "work" both keep their tables in the schema "work": a room owns its schema.',
    ]);
  });

  it('PLG-1 a form printed by two rooms is refused', () => {
    const rooms = [room('hotline', { forms: ['call-tally'] }), room('revisit', { forms: ['call-tally'] })];
    expect(manifestProblems(rooms, EVENTS)).toEqual([
      '"revisit" and "hotline" both print the form "call-tally": rename one, or let both take it from the shared definitions (sharedForms).',
    ]);
  });

  it('PLG-1 a shared form may be printed by several rooms, but not by one that has a form of its own under that code', () => {
    const shared = (id: string) => room(id, { sharedForms: ['circulation'] });
    expect(manifestProblems([shared('complaints'), shared('appeals'), shared('appraisal')], EVENTS)).toEqual([]);
    const own = room('hotline', { forms: ['circulation'] });
    expect(manifestProblems([own, shared('appeals')], EVENTS)).toHaveLength(1);
    expect(manifestProblems([shared('appeals'), own], EVENTS)).toHaveLength(1);
  });

  it('PLG-1 all problems are said at once', () => {
    expect(manifestProblems([room('a', { needs: ['x', 'y'] }), room('a')], EVENTS)).toHaveLength(3);
  });
});
