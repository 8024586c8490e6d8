/** A calendar changed and a clock moved with it: the list of forms shows the new due time (CAL-4). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { DeadlineMoved } from '@bihuan/alarms';
import { problemForms } from '../data/problem-form.store';
import { STAGES } from './stages.deadline';

@Injectable()
export class MovedListener implements OnModuleInit {
  constructor(private readonly listeners: DeadlineMoved) {}

  onModuleInit(): void {
    this.listeners.add('hotline', {
      moved: async (tx, { subject, stage, from, dueAt }) => {
        if (subject.module !== 'hotline' || subject.kind !== 'problem-form') return;
        if (stage !== STAGES.referral && stage !== STAGES.result) return;
        const form = await problemForms.lock(tx, subject.id);
        if (form.dueAt?.getTime() === from.getTime()) await problemForms.save(tx, form, { ...form, dueAt });
      },
    });
  }
}
