/** From a token to the person who acts: one statement, the rest from versions kept in memory (IDN-1, IDN-2). */
import { Injectable } from '@nestjs/common';
import { Org, unitsBelow } from '@bihuan/org';
import type { UserActor } from '@bihuan/plugin-kit';
import type { SessionRow } from '../data/session.store';
import { SessionStore } from '../data/session.store';
import { Roles } from '../roles/roles';

export interface Visitor {
  readonly actor: UserActor;
  readonly session: SessionRow;
}

@Injectable()
export class Access {
  constructor(
    private readonly sessions: SessionStore,
    private readonly roles: Roles,
    private readonly org: Org,
  ) {}

  /** Who comes with this token; nobody where the session, the user or the token is dead. */
  async visitor(
    token: string,
    from: { readonly ip: string; readonly requestId: string },
  ): Promise<Visitor | undefined> {
    const session = await this.sessions.find(token);
    if (!session) return undefined;
    const [book, snapshot] = await Promise.all([
      this.roles.book(session.roles_version),
      this.org.snapshot(session.org_version),
    ]);
    const actor: UserActor = {
      kind: 'user',
      userId: session.user_id,
      employeeId: session.employee_id,
      name: session.name,
      unitId: session.unit_id,
      furtherUnitIds: session.further_unit_ids,
      unitsBelow: unitsBelow(snapshot, [session.unit_id, ...session.further_unit_ids]),
      permissions: book.permissions(session.position, session.roles ?? []),
      ...(session.officer_number === null ? {} : { officerNumber: session.officer_number }),
      ip: from.ip,
      requestId: from.requestId,
    };
    return { actor, session };
  }
}
