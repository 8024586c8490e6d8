/** What is done with a revisit task, a route an act (api.md). */
import { actRoutes } from '@bihuan/matters';
import * as contract from '@bihuan/revisit-contract';
import { TaskViews } from '../../queries/revisit-task.query';
import { ActOnTaskHandler } from './act-on-task.handler';
import { SendQuestionnaire } from './send-questionnaire.handler';

const { call } = contract.REVISIT_PERMISSIONS;

export const ActOnTask = actRoutes({
  path: 'revisit/tasks',
  handler: ActOnTaskHandler,
  views: TaskViews,
  acts: {
    prepare: { permit: call, body: contract.prepareTask },
    start: { permit: call, body: contract.startTask },
    resume: { permit: call, body: contract.resumeTask },
    result: { permit: call, body: contract.taskResult },
    'not-reached': { permit: call, body: contract.notReachedTask },
    move: { permit: call, body: contract.moveTask },
    cancel: { permit: call, body: contract.cancelTask },
  },
});

export const SendToCustomer = actRoutes({
  path: 'revisit/tasks',
  handler: SendQuestionnaire,
  views: TaskViews,
  acts: { send: { permit: call, body: contract.sendTask } },
});
