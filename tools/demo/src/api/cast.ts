/** Who plays: the demonstration users, by what they do; units without such a user are played by the administrator. */
import type { HotlineLists } from '../check/house';
import { House } from '../check/house';
import type { RestHours } from '../play/call-hours';
import { refuse } from '../problems';
import { Person } from './person';

interface Unit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** Code of its calendar. */
  readonly calendar: string;
}

/** The pack as the server gives it; the demonstration needs both modules in it. */
interface GivenPack {
  readonly id: string;
  readonly modules: {
    readonly hotline?: HotlineLists;
    readonly revisit?: { readonly restHours: RestHours };
  };
}

export class Cast {
  private constructor(
    /** When no customer is called (RVT-2). */
    readonly restHours: RestHours,
    readonly house: House,
    readonly admin: Person,
    readonly auditor: Person,
    private readonly officers: ReadonlyMap<string, Person>,
    /** Handlers by the unit they belong to, in the order in which forms are passed on. */
    private readonly handlers: ReadonlyMap<string, Person>,
    private readonly units: ReadonlyMap<string, Unit>,
  ) {}

  /** Logs everybody in. @throws DemoRefusal when there are no demonstration data */
  static async gather(url: string): Promise<Cast> {
    const logIn = (username: string): Promise<Person> => Person.logIn(url, username);
    const admin = await logIn('admin');
    const [agent, agent2, engineer, engineer2, auditor] = await Promise.all([
      logIn('agent'),
      logIn('agent2'),
      logIn('engineer'),
      logIn('engineer2'),
      logIn('tech-manager'),
    ]);
    const { modules } = await admin.get<GivenPack>('/packs/active');
    if (!modules.hotline || !modules.revisit) {
      throw refuse('演示需要热线与回访两个模块。', 'The demonstration needs the modules hotline and revisit.');
    }
    const officers = new Map([agent, agent2].map((person) => [person.officerNumber ?? '', person]));
    return new Cast(
      modules.revisit.restHours,
      new House(modules.hotline, [...officers.keys()]),
      admin,
      auditor,
      officers,
      new Map([engineer, engineer2].map((person) => [person.unitId, person])),
      new Map((await admin.list<Unit>('/units')).map((unit) => [unit.id, unit])),
    );
  }

  officer(number: string): Person {
    const found = this.officers.get(number);
    if (!found) throw refuse(`没有责任人 ${number}。`, `There is no officer ${number}.`);
    return found;
  }

  /** The officer who prints what belongs to the whole hotline. */
  get desk(): Person {
    return [...this.officers.values()][0] ?? this.admin;
  }

  /** Who handles a form of this unit; the administrator where no demonstration user belongs to it. */
  handler(unitId: string): Person {
    return this.handlers.get(unitId) ?? this.admin;
  }

  unit(unitId: string): Unit {
    const unit = this.units.get(unitId);
    if (!unit) throw refuse(`没有部门 ${unitId}。`, `There is no unit ${unitId}.`);
    return unit;
  }

  /** The department to which a form sent to the wrong one goes on. */
  otherUnit(unitId: string): string {
    return [...this.handlers.keys()].find((other) => other !== unitId) ?? unitId;
  }

  /** Names of the units the administrator acts for. */
  standIns(unitIds: readonly string[]): string[] {
    return [...new Set(unitIds.filter((id) => !this.handlers.has(id)).map((id) => this.unit(id).name))].sort();
  }
}
