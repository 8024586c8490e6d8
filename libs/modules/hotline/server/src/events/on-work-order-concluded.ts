/** The work order that a form asked for is done: its story says so, and the handler goes on (DSP-1b). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { workOrderConcluded } from '@bihuan/events';
import { Matters } from '@bihuan/matters';
import { Subscribers } from '@bihuan/outbox';
import { problemForm } from '../problem-form.matter';

@Injectable()
export class OnWorkOrderConcluded implements OnModuleInit {
  constructor(
    private readonly subscribers: Subscribers,
    private readonly matters: Matters,
  ) {}

  onModuleInit(): void {
    this.subscribers.subscribe({
      name: 'hotline.on-work-order-concluded',
      event: workOrderConcluded,
      handle: async (tx, { payload, personal }) => {
        const { source, number, engineerId, faultGrade } = payload;
        if (source?.module !== 'hotline' || source.kind !== 'problem-form') return;
        const form = await problemForm.store.lock(tx, source.id);
        await this.matters.keep(tx, problemForm, form, {
          row: form,
          action: 'repair-done',
          data: { order: number, engineerId, faultGrade },
          personal: { handling: personal?.handling },
        });
      },
    });
  }
}
