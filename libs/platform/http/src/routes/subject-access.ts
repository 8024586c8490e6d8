/** Who may read a subject's timeline and deadlines: the module that owns it decides, participants always may (IDN-2). */
import { Injectable } from '@nestjs/common';
import { Timeline } from '@bihuan/audit';
import type { Subject, UserActor } from '@bihuan/plugin-kit';
import { commonErrors, parseSubject, Registry } from '@bihuan/plugin-kit';
import { httpErrors } from '../problem/http.errors';

export interface SubjectReader {
  /** `false` also where there is no such subject: outside the two are the same 404. */
  mayRead(actor: UserActor, subject: Subject): Promise<boolean>;
  /** Ids of those that he may read, of many at once; absent: each is asked for. */
  readable?(actor: UserActor, subjects: readonly Subject[]): Promise<readonly string[]>;
}

/** Rooms add their reader under their module id. */
@Injectable()
export class SubjectAccess extends Registry<SubjectReader> {
  constructor(private readonly timeline: Timeline) {
    super('subject readers');
  }

  async mayRead(actor: UserActor, subject: Subject): Promise<boolean> {
    if (await this.timeline.participated(subject, actor.employeeId)) return true;
    return (await this.get(subject.module)?.mayRead(actor, subject)) ?? false;
  }

  /** Those that he may read, in their order; the others do not exist for him. */
  async readableOf(actor: UserActor, subjects: readonly Subject[]): Promise<Subject[]> {
    const seen = await this.timeline.participatedIn(subjects, actor.employeeId);
    const asked = new Map<string, Subject[]>();
    for (const subject of subjects) {
      if (!seen.has(subject.id)) asked.set(subject.module, [...(asked.get(subject.module) ?? []), subject]);
    }
    for (const [module, own] of asked) {
      const reader = this.get(module);
      if (!reader) continue;
      const ids = reader.readable
        ? await reader.readable(actor, own)
        : (await Promise.all(own.map(async (one) => ((await reader.mayRead(actor, one)) ? [one.id] : [])))).flat();
      for (const id of ids) seen.add(id);
    }
    return subjects.filter(({ id }) => seen.has(id));
  }

  /**
   * The subject of a `filter[subject]`, which the actor may read.
   *
   * @throws 422 where the filter is missing or malformed, 404 where it is not his
   */
  async readable(actor: UserActor, filter: string | undefined): Promise<Subject> {
    const subject = filter === undefined ? undefined : parseSubject(filter);
    if (!subject) {
      throw httpErrors['unknown-subject']({
        errors: [{ pointer: '/filter[subject]', code: 'bad-subject', detail: 'module:kind:id' }],
      });
    }
    if (!(await this.mayRead(actor, subject))) throw commonErrors['not-found']();
    return subject;
  }
}
