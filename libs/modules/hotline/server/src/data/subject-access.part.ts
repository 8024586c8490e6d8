/** Who may read the timeline and the clocks of the hotline's subjects (IDN-2, IDN-4). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { Subject, UserActor } from '@bihuan/plugin-kit';
import { SuiteError } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import { SubjectAccess } from '@bihuan/http';
import { readContact, readForm } from './scoped.store';

@Injectable()
export class HotlineAccess implements OnModuleInit {
  constructor(
    private readonly access: SubjectAccess,
    private readonly work: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.access.add('hotline', { mayRead: (actor, subject) => this.mayRead(actor, subject) });
  }

  private async mayRead(actor: UserActor, { kind, id }: Subject): Promise<boolean> {
    try {
      if (kind === 'contact') await readContact(this.work, actor, id);
      else if (kind === 'problem-form') await readForm(this.work, actor, id);
      else return false;
      return true;
    } catch (error) {
      if (error instanceof SuiteError && error.kind === 'not-found') return false;
      throw error;
    }
  }
}
