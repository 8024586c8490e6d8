/** An SMTP server for tests: takes mails and answers them as it is told. */
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';

export async function smtpServer() {
  const sockets = new Set<Socket>();
  /** `answer` is `null`: it takes the mail and is gone. */
  const state = { mails: [] as string[], answer: '250 taken' as string | null };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    let waiting = '';
    let inMail = false;
    socket.write('220 test\r\n');
    socket.on('data', (bytes: Buffer) => {
      waiting += bytes.toString('utf8');
      for (;;) {
        const end = inMail ? '\r\n.\r\n' : '\r\n';
        const at = waiting.indexOf(end);
        if (at < 0) return;
        const text = waiting.slice(0, at);
        waiting = waiting.slice(at + end.length);
        if (inMail) {
          state.mails.push(text);
          inMail = false;
          if (state.answer === null) socket.destroy();
          else socket.write(`${state.answer}\r\n`);
        } else if (text.toUpperCase() === 'DATA') {
          inMail = true;
          socket.write('354 go on\r\n');
        } else if (text.toUpperCase() === 'QUIT') socket.end('221 bye\r\n');
        else socket.write('250 ok\r\n');
      }
    });
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  return Object.assign(state, {
    url: `smtp://127.0.0.1:${port}`,
    close,
    /** After a close, at the same address. */
    open: () => listen(port),
  });
}
