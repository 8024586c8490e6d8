/** Turns a template and data into the HTML of one form's body, with nothing but the closed list of helpers (FRM-1). */
import Handlebars from 'handlebars';
import { templateProblem } from './guard';
import { HELPERS, type PaperContext, registerHelpers } from './helpers';

type KnownHelpers = NonNullable<NonNullable<Parameters<typeof Handlebars.compile>[1]>['knownHelpers']>;
type Compiled = (data: unknown, options: Handlebars.RuntimeOptions) => string;

/** Loop rounds one rendering may make in all. */
const ROUNDS = 50_000;
/** Largest body, characters. */
const BODY_AT_MOST = 5_000_000;
/** Compiled templates kept. */
const KEPT = 200;

/** A template that cannot be compiled or run; the message names the place, never data. */
export class TemplateError extends Error {}

export class TemplateEngine {
  private readonly engine = Handlebars.create();
  private readonly compiled = new Map<string, Compiled>();

  constructor() {
    registerHelpers(this.engine);
  }

  /** The body of a form. Throws TemplateError. */
  body(source: string, data: unknown, paper: Omit<PaperContext, 'budget'>): string {
    const context: PaperContext = { ...paper, budget: { rounds: ROUNDS } };
    let html: string;
    try {
      html = this.compile(source)(data, { data: { paper: context } });
    } catch (error) {
      if (error instanceof TemplateError) throw error;
      throw new TemplateError(error instanceof Error ? error.message : 'cannot be run');
    }
    if (html.length > BODY_AT_MOST) throw new TemplateError(`the page is longer than ${BODY_AT_MOST} characters`);
    return html;
  }

  private compile(source: string): Compiled {
    const known = this.compiled.get(source);
    if (known) return known;
    const problem = templateProblem(source);
    if (problem) throw new TemplateError(problem);
    const knownHelpers = Object.fromEntries([
      ...HELPERS.map((name) => [name, true] as const),
      ['log', false],
      ['lookup', false],
    ]) as KnownHelpers;
    const template = this.engine.compile(source, { knownHelpers, knownHelpersOnly: true });
    const run: Compiled = (data, options) =>
      template(data, { ...options, allowProtoMethodsByDefault: false, allowProtoPropertiesByDefault: false });
    const oldest = this.compiled.keys().next();
    if (this.compiled.size >= KEPT && !oldest.done) this.compiled.delete(oldest.value);
    this.compiled.set(source, run);
    return run;
  }
}
