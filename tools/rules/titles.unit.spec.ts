/** The tool that finds rules without a test reads titles as Jest does. */
import { idsOf, titlesOf } from './titles.mjs';

const source = (text: string) => titlesOf('a.unit.spec.ts', text);

describe('titles of tests', () => {
  it('are those of it and test, of tables too, and of templates without what is filled in', () => {
    expect(
      source(`
        describe('HOT-9 a group is no test', () => {
          it('HOT-1 first', () => {});
          test("HOT-2 it's second", async () => {});
          it.each([['HOT-3 a row', 1]])('HOT-4 %s', () => {});
          test.each\`a | b\`('HOT-5a $a', () => {});
          it(\`HOT-6 \${name} goes on\`, () => {}, 1000);
        });
        // it('HOT-7 in a comment', () => {});
        const words = "it('HOT-8 in a string', () => {})";
      `),
    ).toEqual(['HOT-1 first', "HOT-2 it's second", 'HOT-4 %s', 'HOT-5a $a', 'HOT-6  goes on']);
  });

  it('name rules by their whole id', () => {
    expect(idsOf('SYS-04 HOT-5b RD-44 a customer who tests (24 h)')).toEqual(['SYS-04', 'HOT-5b']);
    expect(idsOf('UTF-8 and SHA-256 look like rules and are in no scope')).toEqual(['UTF-8', 'SHA-256']);
    expect(idsOf('xHOT-1 HOT-12345 hot-1')).toEqual([]);
  });
});
