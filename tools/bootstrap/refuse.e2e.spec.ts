/** What the launcher refuses, and that it says why and what to do (api.md, Settings). */
import { spawnSync } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

const start = (env: Record<string, string>) => {
  const { DATABASE_URL: _real, PUPPETEER_EXECUTABLE_PATH: _browser, ...outer } = process.env;
  const { status, stderr } = spawnSync(process.execPath, [join(__dirname, 'start.mjs')], {
    env: { ...outer, ...env },
    encoding: 'utf8',
  });
  return { status, stderr };
};

describe('Settings: refusals', () => {
  it('SUITE_PRODUCTION: production without DATABASE_URL is refused, no embedded database is started', () => {
    const { status, stderr } = start({ SUITE_PRODUCTION: '1' });
    expect(status).toBe(1);
    expect(stderr).toContain('生产模式(SUITE_PRODUCTION=1)不使用内嵌数据库');
    expect(stderr).toContain('set DATABASE_URL to a PostgreSQL 15 or newer');
  });

  it('SUITE_PRODUCTION: production on the manual clock is refused', () => {
    const { status, stderr } = start({
      SUITE_PRODUCTION: '1',
      SUITE_CLOCK: 'manual',
      DATABASE_URL: 'postgresql://suite@127.0.0.1:1/suite',
    });
    expect(status).toBe(1);
    expect(stderr).toContain('Production (SUITE_PRODUCTION=1) allows no manual clock');
  });

  it.each([
    ['SUITE_CLOCK', 'sundial', 'use one of system, manual'],
    ['SUITE_ROLE', 'boss', 'use one of all, api, worker'],
    ['PORT', '70000', 'is not a port (1–65535)'],
  ])('%s: a wrong value is refused by name', (name, value, words) => {
    const { status, stderr } = start({ [name]: value });
    expect(status).toBe(1);
    expect(stderr).toContain(`${name}=${value}`);
    expect(stderr).toContain(words);
  });

  it('PORT: a port in use is named before anything else is done', async () => {
    const taken = createServer();
    await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
    const { port } = taken.address() as AddressInfo;
    const { status, stderr } = start({ PORT: String(port) });
    taken.close();
    expect(status).toBe(1);
    expect(stderr).toContain(`127.0.0.1:${port} is taken by another program`);
  });

  it.each(['18.20.4', '20.18.3', '21.7.0', '22.11.0'])('Node.js %s is refused with a message', (version) => {
    const check = `import(${JSON.stringify(join(__dirname, 'node-check.mjs'))}).then((m) => m.checkNode('${version}'))`;
    const { status, stderr } = spawnSync(process.execPath, ['-e', check], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toContain('需要 Node.js 20.19');
    expect(stderr).toContain(`this is ${version}`);
  });

  it('PCK-2 SUITE_PACK: each company has a database of its own in the embedded PostgreSQL; an unknown pack is refused', () => {
    const company = JSON.stringify(join(__dirname, 'company.mjs'));
    const ask = (pack: string | undefined) =>
      spawnSync(
        process.execPath,
        ['-e', `import(${company}).then((m) => console.log(m.companyDatabase(${JSON.stringify(pack) ?? ''})))`],
        { encoding: 'utf8' },
      );
    const names = [undefined, 'atm-5s4e', 'telecom', 'cable-tv'].map((pack) => ask(pack).stdout.trim());
    expect(names).toEqual(['bihuan', 'bihuan', 'bihuan_telecom', 'bihuan_cable_tv']);
    const { status, stderr } = ask('nowhere');
    expect(status).toBe(1);
    expect(stderr).toContain('SUITE_PACK=nowhere 无效');
    expect(stderr).toContain('use one of atm-5s4e, franchise, telecom, cable-tv');
  });
});
