/** Measures the search for customers at a million of them (CUS-1: under 100 ms, Chinese substrings included). */
import { performance } from 'node:perf_hooks';
import type { DataSource } from 'typeorm';
import { SystemClock } from '@bihuan/clock';
import { CustomerReader, customersRoom, CustomerSearch, NumberFinders } from '@bihuan/customers';
import type { SearchCustomers } from '@bihuan/customers-contract';
import { createDataSource, migrateUp, UnitOfWork } from '@bihuan/database';
import { emptyDatabase } from '@bihuan/testing-kit';
import type { BenchRow } from './row';

const GOAL = { atMost: 100 };
const ROUNDS = 40;

/** The first questions fill caches, as the first calls of a morning do. */
const WARM_UP = 5;

// Names as firms bear them: city and trade are shared by thousands, the characters between are their own.
const CITIES = '北京上海广州深圳杭州南京武汉成都重庆西安天津苏州青岛大连厦门长沙郑州沈阳济南合肥';
const FIRMS = [
  '商业银行',
  '科技有限公司',
  '村镇银行',
  '物业有限公司',
  '农业银行支行',
  '实业有限公司',
  '燃气集团',
  '贸易有限公司',
  '地铁运营公司',
  '电力局',
];
const STREETS = [
  '深南大道',
  '人民路',
  '解放路',
  '中山路',
  '建设路',
  '和平路',
  '新华街',
  '长江路',
  '黄河路',
  '滨江大道',
];

/** So many characters from the beginning of the Chinese block stand for those in common use. */
const CHARACTERS = 2_000;

/** On the server of TEST_DATABASE_URL, in a database of its own that is dropped afterwards. */
export async function benchCustomers(count = 1_000_000): Promise<BenchRow[]> {
  const database = await emptyDatabase('bench');
  const db = createDataSource(database.url, []);
  await db.initialize();
  try {
    await migrateUp(db, [{ room: customersRoom.id, migrations: customersRoom.migrations }]);
    await load(db, count);
    const work = new UnitOfWork(db, new SystemClock());
    const search = new CustomerSearch(work, new CustomerReader(work), new NumberFinders());
    const rows: BenchRow[] = [];
    for (const [name, question] of questions(count)) {
      const times: number[] = [];
      for (let round = -WARM_UP; round < ROUNDS; round++) {
        const start = performance.now();
        const hits = await search.find(question(Math.abs(round)));
        if (round >= 0) times.push(performance.now() - start);
        if (hits.length === 0) throw new Error(`"${name}" found nobody in round ${round}: the bench measures nothing.`);
      }
      times.sort((a, b) => a - b);
      const value = times[Math.ceil(ROUNDS * 0.95) - 1] as number;
      rows.push({ name: `customer search by ${name}, ${count} customers, p95`, value, unit: 'ms', goal: GOAL });
    }
    return rows;
  } finally {
    await db.destroy();
    await database.close();
  }
}

/** What is asked in round n; the customers asked for are spread over all. */
function questions(count: number): readonly (readonly [string, (round: number) => SearchCustomers])[] {
  const nth = (round: number) => 1 + Math.floor(((round * 7) % ROUNDS) * (count / ROUNDS));
  const city = (round: number) => CITIES.slice((round % 20) * 2, (round % 20) * 2 + 2);
  const street = (n: number) => (STREETS[n % STREETS.length] as string).slice(0, 2);
  return [
    ['phone', (round) => ({ phone: `139${pad(nth(round), 8)}` })],
    ['last four digits of a phone', (round) => ({ phone: pad(nth(round), 8).slice(-4) })],
    ['two characters that half of the names have', () => ({ name: '公司' })],
    ['two characters that every twentieth name has', (round) => ({ name: city(round) })],
    ['two characters of few names', (round) => ({ name: ownOf(nth(round)).slice(0, 2) })],
    ['five characters of a name', (round) => ({ name: nameOf(nth(round)).slice(2, 7) })],
    ['whole name', (round) => ({ name: nameOf(nth(round)) })],
    ['contact', (round) => ({ name: contactOf(nth(round)) })],
    ['two characters of a site', (round) => ({ site: street(round) })],
    ['serial', (round) => ({ serial: `GRG-${pad(nth(round), 9)}` })],
    ['end of a serial', (round) => ({ serial: pad(nth(round), 9).slice(-6) })],
    ['number', (round) => ({ number: `KH${pad(nth(round), 7)}` })],
    ['text, two characters', (round) => ({ text: ownOf(nth(round)).slice(1, 3) })],
    ['text, digits', (round) => ({ text: pad(nth(round), 8).slice(-6) })],
    ['city and street', (round) => ({ name: city(nth(round)), site: street(nth(round)) })],
  ];
}

const pad = (number: number, width: number): string => String(number).padStart(width, '0');

/** Some character of customer n, the same as `load` gives him. */
const characterOf = (n: number, salt: number): string =>
  String.fromCharCode(0x4e00 + ((n * 7_919 + Math.floor(n / 1_000) * 31 + salt * 104_729) % CHARACTERS));

const ownOf = (n: number): string => [1, 2 + (n % 13), 3 + (n % 7)].map((salt) => characterOf(n, salt)).join('');

const nameOf = (n: number): string =>
  `${CITIES.slice((n % 20) * 2, (n % 20) * 2 + 2)}${ownOf(n)}${FIRMS[n % FIRMS.length] ?? ''}`;

const contactOf = (n: number): string => [4, 5 + (n % 11), 6].map((salt) => characterOf(n, salt)).join('');

/** Pairs as `tsVector` makes them. */
const gramsOf = (key: string): string =>
  `array_to_tsvector(array(select distinct substr(${key}, i, 2) from generate_series(1, length(${key}) - 1) i))`;

async function load(db: DataSource, count: number): Promise<void> {
  const restore = await withoutIndexes(db);
  const list = (texts: readonly string[]) => `(array[${texts.map((text) => `'${text}'`).join(', ')}])`;
  const number = (width: number) => `lpad(n::text, ${width}, '0')`;
  const characters = (salts: readonly string[]) =>
    salts
      .map(
        (salt) => `chr(${0x4e00} + ((n::bigint * 7919 + (n / 1000) * 31 + (${salt}) * 104729) % ${CHARACTERS})::int)`,
      )
      .join(' || ');
  const name = `substr('${CITIES}', (n % 20) * 2 + 1, 2) || ${characters(['1', '2 + n % 13', '3 + n % 7'])}
    || ${list(FIRMS)}[n % ${FIRMS.length} + 1]`;
  const contact = characters(['4', '5 + n % 11', '6']);
  const site = `${list(STREETS)}[n % ${STREETS.length} + 1] || n % 3000 || '号网点'`;
  const id = (kind: number) => `md5('${kind}/' || n)::uuid`;
  const rows = (columns: string) => `(select n, ${columns} from generate_series(1, ${count}) n) r`;
  const at = "'2026-01-01T00:00:00Z'";
  for (const sql of [
    `insert into customers.customer (id, kind, name, name_key, grams, number, number_key, business_lines, region, group_name,
       named_account, key_id, created_at)
     select ${id(1)}, 'company', key, key, ${gramsOf('key')}, 'KH' || ${number(7)}, 'kh' || ${number(7)}, '[]', '', '', false,
       ${id(2)}, ${at} from ${rows(`${name} as key`)}`,
    `insert into customers.contact (id, customer_id, name, name_key, grams, phone, phone_digits, office, office_digits, email, created_at)
     select ${id(3)}, ${id(1)}, key, key, ${gramsOf('key')}, '139' || ${number(8)}, '139' || ${number(8)},
       '0755' || ${number(8)}, '0755' || ${number(8)}, '', ${at} from ${rows(`${contact} as key`)}`,
    `insert into customers.site (id, customer_id, name, address, name_key, grams, region, house_rules, created_at)
     select ${id(4)}, ${id(1)}, key, '', key, ${gramsOf('key')}, '', '', ${at} from ${rows(`${site} as key`)}`,
    `insert into customers.equipment (id, customer_id, serial, serial_key, model, product_line, site_id, acceptance_sheet, entitlements, created_at)
     select ${id(5)}, ${id(1)}, 'GRG-' || ${number(9)}, 'grg-' || ${number(9)}, 'H22', 'atm', ${id(4)}, '', '[]', ${at}
     from generate_series(1, ${count}) n`,
  ]) {
    await db.query(sql);
  }
  await restore();
  await db.query('vacuum (analyze)');
}

/** Drops what is not a key, and gives a way to make it again: a million rows load several times faster. */
async function withoutIndexes(db: DataSource): Promise<() => Promise<void>> {
  const indexes: { name: string; definition: string }[] = await db.query(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i join pg_class c on c.oid = i.indrelid
     where c.relnamespace = 'customers'::regnamespace and not i.indisprimary and not i.indisunique`,
  );
  for (const { name } of indexes) await db.query(`drop index ${name}`);
  return async () => {
    await db.query("set maintenance_work_mem = '256MB'");
    for (const { definition } of indexes) await db.query(definition);
  };
}
