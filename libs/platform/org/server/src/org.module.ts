/** Wires the organisation room. */
import type { OnModuleInit } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import { SubjectAccess } from '@bihuan/http';
import { orgPermissions } from '@bihuan/org-contract';
import { OrganisationStore } from './data/organisation.store';
import { OrganisationWriter } from './data/organisation.writer';
import { Duty } from './duty/duty';
import { DutyController } from './duty/duty.controller';
import { Certificates } from './employees/certificates';
import { EmployeeRegister } from './employees/employee-register';
import { EmployeesController } from './employees/employees.controller';
import { EmployeeImports } from './imports/employee-imports';
import { Org } from './org';
import { OrgSetup } from './org-setup';
import { Posts } from './posts/posts';
import { PostsController } from './posts/posts.controller';

@Global()
@Module({
  controllers: [EmployeesController, PostsController, DutyController],
  providers: [
    OrganisationStore,
    OrganisationWriter,
    Org,
    OrgSetup,
    Posts,
    EmployeeRegister,
    EmployeeImports,
    Certificates,
    Duty,
  ],
  exports: [Org, OrgSetup, Certificates, Duty],
})
export class OrgModule implements OnModuleInit {
  constructor(private readonly access: SubjectAccess) {}

  /** What happened to people and rosters is read by whoever manages people in the whole house. */
  onModuleInit(): void {
    this.access.add('org', {
      mayRead: (actor) => Promise.resolve(actor.permissions.get(orgPermissions.employeeManage) === 'all'),
    });
  }
}
