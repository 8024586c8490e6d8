/** Units, people and their certificates (api.md People). */
import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { ListQuery } from '@bihuan/http';
import { Actor, decodeCursor, IfMatch, ListParams, pageOf, Payload, withVersion } from '@bihuan/http';
import type { UserActor } from '@bihuan/plugin-kit';
import { Authenticated, Permit } from '@bihuan/plugin-kit';
import type {
  ChangeEmployee,
  Employee,
  EmployeeView,
  NameHead,
  NewCertificate,
  NewEmployee,
} from '@bihuan/org-contract';
import {
  changeEmployeeSchema,
  nameHeadSchema,
  newCertificateSchema,
  newEmployeeSchema,
  orgPermissions,
} from '@bihuan/org-contract';
import { Org } from '../org';
import { Certificates } from './certificates';
import { EmployeeRegister } from './employee-register';

/** Whitelist: a phone is shown where somebody must be reached, not in the list. */
const view = ({
  id,
  version,
  staffNumber,
  name,
  unitId,
  furtherUnitIds,
  position,
  officerNumber,
  managerId,
  head,
}: Employee): EmployeeView => ({
  id,
  version,
  staffNumber,
  name,
  unitId,
  furtherUnitIds,
  position,
  head,
  ...(officerNumber === undefined ? {} : { officerNumber }),
  ...(managerId === undefined ? {} : { managerId }),
});

@Controller()
export class EmployeesController {
  constructor(
    private readonly org: Org,
    private readonly register: EmployeeRegister,
    private readonly certificates: Certificates,
  ) {}

  @Authenticated()
  @Get('units')
  async units() {
    return { data: await this.org.units(), page: {} };
  }

  /** Filters: `unit` (id or code), `position` (code). */
  @Authenticated()
  @Get('employees')
  async employees(@ListParams() { after, size, filter }: ListQuery) {
    const { unit, position } = filter;
    const snapshot = await this.org.snapshot();
    const unitId = unit === undefined ? undefined : (snapshot.unitsByCode.get(unit)?.id ?? unit);
    const [last] = after === undefined ? [undefined] : decodeCursor(after, 1);
    const rows = [...snapshot.employees.values()].filter(
      (employee) =>
        (unitId === undefined || employee.unitId === unitId || employee.furtherUnitIds.includes(unitId)) &&
        (position === undefined || employee.position === position) &&
        (last === undefined || employee.staffNumber > String(last)),
    );
    return pageOf(rows.slice(0, size + 1), size, ({ staffNumber }) => [staffNumber], view);
  }

  @Permit(orgPermissions.employeeManage)
  @Post('employees')
  async add(@Actor() actor: UserActor, @Payload(newEmployeeSchema) body: NewEmployee) {
    return { id: await this.register.add(actor, body) };
  }

  /** Moves an employee or changes what is known of him. */
  @Permit(orgPermissions.employeeManage)
  @Post('employees/:id/change')
  @HttpCode(200)
  async change(
    @Actor() actor: UserActor,
    @Param('id') id: string,
    @IfMatch() seen: number | undefined,
    @Payload(changeEmployeeSchema) body: ChangeEmployee,
  ) {
    return view(await this.register.change(actor, id, withVersion(body, seen)));
  }

  @Permit(orgPermissions.employeeManage)
  @Post('units/:id/head')
  @HttpCode(200)
  async nameHead(@Actor() actor: UserActor, @Param('id') id: string, @Payload(nameHeadSchema) body: NameHead) {
    await this.register.nameHead(actor, id, body.employeeId);
    return { unitId: id, employeeId: body.employeeId };
  }

  @Permit(orgPermissions.certificateIssue)
  @Post('employees/:id/certificates')
  async issue(@Actor() actor: UserActor, @Param('id') id: string, @Payload(newCertificateSchema) body: NewCertificate) {
    return { id: await this.certificates.issue(actor, id, body) };
  }
}
