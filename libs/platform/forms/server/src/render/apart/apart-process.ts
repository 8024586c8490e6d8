/** The whole of the process that runs uploaded templates: one question, one answer; it has no business of its own (FRM-4, S5). */
import { TemplateEngine, TemplateError } from '../template/engine';
import type { ApartAnswer, ApartQuestion } from './apart.types';

const engine = new TemplateEngine();

function answer({ id, source, data, paper }: ApartQuestion): ApartAnswer {
  try {
    return { id, html: engine.body(source, data, paper) };
  } catch (error) {
    return { id, reason: error instanceof TemplateError ? error.message : 'cannot be run' };
  }
}

process.on('message', (question: ApartQuestion) => process.send?.(answer(question)));
