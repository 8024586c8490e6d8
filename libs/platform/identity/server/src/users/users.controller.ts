/** User administration over HTTP (IDN-1). */
import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import type { ListQuery } from '@bihuan/http';
import { Actor, decodeCursor, ListParams, pageOf, Payload } from '@bihuan/http';
import type { UserActor } from '@bihuan/plugin-kit';
import { Permit } from '@bihuan/plugin-kit';
import type { NewUser, ResetPassword, SetRoles, UserView } from '@bihuan/identity-contract';
import { identityPermissions, newUserSchema, resetPasswordSchema, setRolesSchema } from '@bihuan/identity-contract';
import type { UserRow } from '../data/user.store';
import { Users } from './users';

const nothing = z.strictObject({});
type Nothing = z.infer<typeof nothing>;

/** Whitelist: no hash leaves. */
const view = ({
  id,
  username,
  employee_id,
  name,
  unit_id,
  position,
  roles,
  disabled_at,
  must_change,
}: UserRow): UserView => ({
  id,
  username,
  employeeId: employee_id,
  name,
  unitId: unit_id,
  position,
  roles: roles ?? [],
  disabled: disabled_at !== null,
  mustChangePassword: must_change,
});

@Permit(identityPermissions.userManage)
@Controller('users')
export class UsersController {
  constructor(private readonly users: Users) {}

  @Get()
  async list(@ListParams() { after, size }: ListQuery) {
    const [last] = after === undefined ? [undefined] : decodeCursor(after, 1);
    const rows = await this.users.list(last === undefined ? undefined : String(last), size + 1);
    return pageOf(rows, size, ({ username }) => [username], view);
  }

  @Post()
  add(@Actor() actor: UserActor, @Payload(newUserSchema) body: NewUser) {
    return this.users.add(actor, body);
  }

  @Post(':id/disable')
  @HttpCode(200)
  async disable(@Actor() actor: UserActor, @Param('id') id: string, @Payload(nothing) _body: Nothing) {
    await this.users.disable(actor, id);
    return { id, disabled: true };
  }

  @Post(':id/enable')
  @HttpCode(200)
  async enable(@Actor() actor: UserActor, @Param('id') id: string, @Payload(nothing) _body: Nothing) {
    await this.users.enable(actor, id);
    return { id, disabled: false };
  }

  @Post(':id/end-sessions')
  @HttpCode(200)
  async endSessions(@Actor() actor: UserActor, @Param('id') id: string, @Payload(nothing) _body: Nothing) {
    await this.users.endSessions(actor, id);
    return { id };
  }

  @Post(':id/reset-password')
  @HttpCode(200)
  async resetPassword(
    @Actor() actor: UserActor,
    @Param('id') id: string,
    @Payload(resetPasswordSchema) body: ResetPassword,
  ) {
    const firstPassword = await this.users.resetPassword(actor, id, body.password);
    return { id, ...(firstPassword === undefined ? {} : { firstPassword }) };
  }

  @Post(':id/set-roles')
  @HttpCode(200)
  async setRoles(@Actor() actor: UserActor, @Param('id') id: string, @Payload(setRolesSchema) { roles }: SetRoles) {
    await this.users.setRoles(actor, id, roles);
    return { id, roles };
  }
}
