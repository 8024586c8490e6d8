/** Every fence is seen to bite: each fixture is reported by its rule and by no other (architecture.md rule 9). */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

interface Report {
  readonly rule: string;
  readonly message: string;
}
interface Fixture {
  readonly fixture: string;
  readonly rule: string;
  readonly as: string;
  readonly reports: readonly Report[];
}
interface Fences {
  readonly fixtures: readonly Fixture[];
  readonly switchedOn: readonly string[];
  readonly banned: readonly string[];
  readonly npmTypes: readonly string[];
  readonly folders: readonly string[];
  readonly types: readonly string[];
  readonly boundaries: { readonly wrong: readonly string[]; readonly refusedTypes: readonly string[] };
}

describe('architecture rule 9: fences', () => {
  let fences: Fences;
  const messages = (rule: string) =>
    fences.fixtures.filter((fixture) => fixture.rule === rule).flatMap(({ reports }) => reports.map((r) => r.message));

  beforeAll(() => {
    const said = execFileSync(process.execPath, [join(__dirname, 'fences.mjs')], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, NX_DAEMON: 'false' },
    });
    fences = JSON.parse(said) as Fences;
  }, 180_000);

  it('each fixture is reported by exactly its rule', () => {
    const seen = fences.fixtures.map(({ fixture, reports }) => [fixture, [...new Set(reports.map((r) => r.rule))]]);
    expect(seen).toEqual(fences.fixtures.map(({ fixture, rule }) => [fixture, [rule]]));
  });

  it('each rule that is switched on has a fixture', () => {
    const proven = new Set(fences.fixtures.map(({ rule }) => rule));
    expect(fences.switchedOn.filter((rule) => !proven.has(rule))).toEqual([]);
  });

  it('each banned notation, property and import is reported in its own words', () => {
    const said = ['no-restricted-syntax', 'no-restricted-properties', 'no-restricted-imports']
      .flatMap(messages)
      .join('\n');
    expect(fences.banned.filter((text) => !said.includes(text))).toEqual([]);
  });

  it('each type with a package fence has a fixture', () => {
    const said = messages('npm-fence').join('\n');
    // Consoles of platform parts have the plugin consoles' fence; no such project stands here yet.
    const built = fences.npmTypes.filter((type) => fences.types.includes(type));
    expect(built.filter((type) => !said.includes(`"${type}"`))).toEqual([]);
  });

  it('each fenced folder of a plugin server has a fixture', () => {
    const places = fences.fixtures.filter(({ rule }) => rule === 'folder-fence').map(({ as }) => as);
    expect(fences.folders.filter((folder) => !places.some((place) => place.includes(`/src/${folder}/`)))).toEqual([]);
  });

  it('each project may import what its type and scope allow, and nothing else', () => {
    expect(fences.boundaries.wrong).toEqual([]);
  });

  it('each type of project is refused something', () => {
    expect(fences.types.filter((type) => !fences.boundaries.refusedTypes.includes(type))).toEqual([]);
  });
});
