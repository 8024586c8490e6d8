/** The launcher's reading of the settings (spec/api.md, Settings): what it must know before it starts anything. */
import { createServer } from 'node:net';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA } from './paths.mjs';
import { Refusal } from './steps.mjs';

const oneOf = (env, name, values) => {
  const value = env[name];
  if (value && !values.includes(value)) {
    throw new Refusal(
      `${name}=${value} 无效,可用:${values.join('、')}。`,
      `${name}=${value} is not valid; use one of ${values.join(', ')}.`,
    );
  }
};

/** Reads and checks: `{ production, host, port, databaseUrl, pack }`. Production asks for no embedded part and no manual clock. */
export function readSettings(env = process.env) {
  oneOf(env, 'SUITE_ROLE', ['all', 'api', 'worker']);
  oneOf(env, 'SUITE_CLOCK', ['system', 'manual']);
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Refusal(`PORT=${env.PORT} 不是有效端口(1–65535)。`, `PORT=${env.PORT} is not a port (1–65535).`);
  }
  const production = env.SUITE_PRODUCTION === '1';
  if (production && !env.DATABASE_URL) {
    throw new Refusal(
      '生产模式(SUITE_PRODUCTION=1)不使用内嵌数据库:请设置 DATABASE_URL 指向 PostgreSQL 15 或更新版本。',
      'Production (SUITE_PRODUCTION=1) uses no embedded database: set DATABASE_URL to a PostgreSQL 15 or newer.',
    );
  }
  if (production && env.SUITE_CLOCK === 'manual') {
    throw new Refusal(
      '生产模式(SUITE_PRODUCTION=1)不允许手动时钟:请去掉 SUITE_CLOCK=manual。',
      'Production (SUITE_PRODUCTION=1) allows no manual clock: remove SUITE_CLOCK=manual.',
    );
  }
  return {
    production,
    host: env.HOST || '127.0.0.1',
    port,
    databaseUrl: env.DATABASE_URL || undefined,
    pack: env.SUITE_PACK || undefined,
  };
}

/** Refuses when the address is taken, before minutes are spent on anything else. */
export function requireFreeAddress({ host, port }) {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', (error) => {
      const reasons = {
        EADDRINUSE: ['端口已被占用', 'is taken by another program'],
        EACCES: ['没有权限使用该端口', 'may not be used by this user'],
        EADDRNOTAVAIL: ['本机没有这个地址', 'is no address of this machine'],
      };
      const [zh, en] = reasons[error.code] ?? [error.message, `cannot be used: ${error.message}`];
      fail(
        new Refusal(
          `无法监听 ${host}:${port}:${zh}。请停止占用者,或用 PORT / HOST 指定别的地址。`,
          `${host}:${port} ${en}. Stop that program, or choose another address with PORT / HOST.`,
        ),
      );
    });
    probe.listen({ port, host, exclusive: true }, () => probe.close(done));
  });
}

/** Refuses when `.data` cannot be written. */
export function requireDataFolder() {
  try {
    mkdirSync(DATA, { recursive: true });
    const probe = join(DATA, `.probe-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw new Refusal(
      `无法写入 ${DATA}(${error.code})。请检查该目录的权限与磁盘空间。`,
      `${DATA} cannot be written (${error.code}). Check its permissions and the disk.`,
    );
  }
}
