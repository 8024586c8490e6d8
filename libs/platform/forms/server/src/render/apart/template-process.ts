/**
 * Runs uploaded templates in a process of its own, in limits of time and size: a template that goes on and on is ended
 * with its process, and the suite answers others meanwhile (FRM-4, S5).
 */
import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { PaperContext } from '../template/helpers';
import { TemplateError } from '../template/engine';
import type { ApartAnswer, ApartQuestion } from './apart.types';

/** For one form, milliseconds; the start of the process is not counted. */
const TIME = 2_000;

/** For the process to start, on a busy machine, milliseconds. */
const START = 30_000;

/** Largest body, characters; the engine in the process says the same. */
const SIZE = 5_000_000;

/** Memory of the process, megabytes: more than the largest body needs while it is put together. */
const MEMORY = 128;

/** Built it is JavaScript; in tests the sources are run as they are. */
const SOURCES = __filename.endsWith('.ts');
const PROGRAM = join(__dirname, SOURCES ? 'apart-process.ts' : 'apart-process.js');

export class TemplateProcess {
  private child?: ChildProcess;
  private last: Promise<unknown> = Promise.resolve();
  private questions = 0;
  private closed = false;

  constructor(private readonly time = TIME) {}

  /** The body of a form. One after another; throws TemplateError, also where a limit was met. */
  body(source: string, data: unknown, paper: Omit<PaperContext, 'budget'>): Promise<string> {
    const asked = this.last.then(() => this.ask({ id: ++this.questions, source, data, paper }));
    this.last = asked.catch(() => undefined);
    return asked;
  }

  /** Ends the process. */
  close(): void {
    this.closed = true;
    this.end();
  }

  private async ask(question: ApartQuestion): Promise<string> {
    if (this.closed) throw new TemplateError('the renderer is closed');
    const child = (this.child ??= start());
    // It answers whatever it is asked, so an empty form shows that it is there.
    const answer = await this.answered(child, { ...question, source: '', data: {} }, START).then(() =>
      this.answered(child, question, this.time),
    );
    if ('reason' in answer) throw new TemplateError(answer.reason);
    if (answer.html.length > SIZE) throw new TemplateError(`the page is longer than ${SIZE} characters`);
    return answer.html;
  }

  private answered(child: ChildProcess, question: ApartQuestion, limit: number): Promise<ApartAnswer> {
    return new Promise((resolve, reject) => {
      const failed = (reason: string): void => {
        done();
        this.end();
        reject(new TemplateError(reason));
      };
      const late = setTimeout(() => failed(`it runs longer than ${limit} ms`), limit);
      const answered = (answer: ApartAnswer): void => {
        if (answer.id !== question.id) return;
        done();
        resolve(answer);
      };
      const ended = (): void => failed('it needs too much memory');
      const done = (): void => {
        clearTimeout(late);
        child.off('message', answered).off('exit', ended).off('error', ended);
      };
      child.on('message', answered).once('exit', ended).once('error', ended);
      child.send(question, (error) => error && failed('it could not be run'));
    });
  }

  private end(): void {
    this.child?.removeAllListeners();
    // Whatever it still says or throws is nobody's business any more.
    this.child?.on('error', () => undefined);
    this.child?.kill('SIGKILL');
    delete this.child;
  }
}

function start(): ChildProcess {
  const child = fork(PROGRAM, [], {
    // Nothing of our environment goes along: it holds addresses and passwords.
    env: {},
    execArgv: [`--max-old-space-size=${MEMORY}`, ...(SOURCES ? ['-r', require.resolve('@swc-node/register')] : [])],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  });
  // It must not keep the suite from ending.
  child.unref();
  child.channel?.unref();
  return child;
}
