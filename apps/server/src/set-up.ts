/** An empty database becomes a company: structure and roles of the pack at every start, people once (PCK-2, api.md). */
import { Injectable } from '@nestjs/common';
import { DEMO_PASSWORD, IdentitySetup } from '@bihuan/identity';
import { OrgSetup } from '@bihuan/org';
import { Deployment } from '@bihuan/plugin-kit';
import { Policies } from '@bihuan/policies';

/** First person of a production database; he registers the others and then himself anew. */
const FIRST = { username: 'admin', staffNumber: '0001', name: '系统管理员' };

@Injectable()
export class SetUp {
  constructor(
    private readonly deployment: Deployment,
    private readonly policies: Policies,
    private readonly org: OrgSetup,
    private readonly identity: IdentitySetup,
  ) {}

  /** Answers what the person at the terminal must know: which company this is, the password of users that were made. */
  async run(): Promise<string> {
    const { id, title, company } = this.policies.pack();
    const names = `${company.zh} · ${company.en} — pack ${id}: ${title.zh} · ${title.en}`;
    const users = await this.setUp();
    return [names, `modules ${this.deployment.settings.modules.join(', ')}`, ...(users ? [users] : [])].join('\n');
  }

  private async setUp(): Promise<string | undefined> {
    const { organisation, recipients, roles } = this.policies.pack();
    await this.org.applyStructure(organisation, recipients);
    await this.identity.applyRoles(roles);
    if (this.deployment.settings.production) return this.firstAdministrator();
    await this.org.addFirstPeople(organisation.employees);
    await this.identity.addDemoUsers(organisation.employees);
    return `demo users ${organisation.employees.flatMap(({ user }) => user ?? []).join(', ')}; password ${DEMO_PASSWORD}`;
  }

  private async firstAdministrator(): Promise<string | undefined> {
    const { organisation, recipients } = this.policies.pack();
    const position = recipients['administrator'];
    const unit = organisation.units[0]?.code;
    if (!position || !unit) throw new Error('The pack names no administrator: recipients.administrator.');
    await this.org.addFirstPeople([{ staffNumber: FIRST.staffNumber, name: FIRST.name, unit, position, head: true }]);
    const password = await this.identity.addFirstAdministrator(FIRST.username, FIRST.staffNumber);
    return (
      password && `first user "${FIRST.username}", password ${password} (shown once, to be changed at the first log-in)`
    );
  }
}
