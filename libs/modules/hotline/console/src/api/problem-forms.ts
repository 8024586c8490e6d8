/** Calls of the problem form routes. */
import { matterApi, numberFinder } from '@bihuan/console-kit';
import type { ProblemFormLine, ProblemFormView } from '@bihuan/hotline-contract';

export const problemForms = matterApi<ProblemFormView, ProblemFormLine>({
  module: 'hotline',
  kind: 'problem-form',
  route: '/api/hotline/problem-forms',
});

export const formPath = (id: string): string => `/hotline/problem-forms/${id}`;

export const findFormByNumber = numberFinder(problemForms, /^\d{8,}$/, formPath);
