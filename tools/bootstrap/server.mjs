/** The suite's server as a child: its output is passed on, and it is ready when it says so. */
import { inRoot, ROOT } from './paths.mjs';
import { byLine, launch } from './processes.mjs';
import { Refusal, say, step } from './steps.mjs';

const READY_MS = 120_000;

/** Starts the built server and waits for its line `ready http://…`. Gives `{ url, exited, stop }`. */
export async function startServer(env) {
  const server = launch(process.execPath, [inRoot('apps/server/dist/main.js')], { cwd: ROOT, env, graceMs: 15_000 });
  const start = async () => {
    const ready = new Promise((done) => {
      byLine(server.child.stdout, (line) => {
        const url = /^ready (http\S+|worker)/.exec(line)?.[1];
        if (url) done({ url });
        else say(line);
      });
      server.child.stderr.pipe(process.stderr, { end: false });
      server.exited.then(done);
      setTimeout(() => done({ late: true }), READY_MS).unref();
    });
    const { url, late, code, signal } = await ready;
    if (url) return { url, note: url };
    await server.stop();
    throw new Refusal(
      late ? `服务在 ${READY_MS / 1000} 秒内没有就绪。` : `服务没有启动成功(${code ?? signal}),原因见上。`,
      late
        ? `The server was not ready within ${READY_MS / 1000} s.`
        : `The server did not start (${code ?? signal}); the reason stands above.`,
    );
  };
  const { url } = await step('启动服务', 'starting the server', start);
  return { url, exited: server.exited, stop: server.stop };
}
