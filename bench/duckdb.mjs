// The sums behind analyze in DuckDB: node bench/duckdb.mjs FILE.csv [THREADS]
// By audience and item: answers, blanks, weighted mean, deviation and top box; by audience: the weighted cross-products of the twenty
// items and the outcome over complete rows. Columns are typed and loaded once: the fastest of the forms that were tried.
import { createRequire } from 'module';

const { DuckDBInstance } = createRequire(process.cwd() + '/')('@duckdb/node-api');
const [file, threads = '2'] = process.argv.slice(2);
const items = Array.from({ length: 20 }, (_, i) => `Q${i + 1}`);
const variables = [...items, 'outcome'];
const types = Object.fromEntries([
  ...['id', 'time', 'audience', 'region'].map((c) => [c, 'VARCHAR']), ['weight', 'DOUBLE'],
  ...items.map((c) => [c, 'TINYINT']), ...items.slice(0, 10).map((_, i) => [`I${i + 1}`, 'TINYINT']), ['outcome', 'TINYINT'], ['remark', 'VARCHAR'],
]);
const columns = Object.entries(types).map(([c, t]) => `'${c}': '${t}'`).join(', ');

const db = await (await DuckDBInstance.create(':memory:', { threads })).connect();
await db.run('set preserve_insertion_order = false');
await db.run(`create temp table t as select audience, weight, ${variables.join(', ')} from
  read_csv('${file}', header = true, delim = ',', quote = '"', escape = '"', auto_detect = false, columns = {${columns}})`);

const moments = items.map((q) => `count(${q}), count(*) - count(${q}), sum(weight) filter (${q} is not null), sum(weight * ${q}),
  sum(weight * ${q} * ${q}), sum(case when ${q} >= 9 then weight end)`);
await db.runAndReadAll(`select audience, ${moments.join(', ')} from t group by audience`);

const products = variables.flatMap((_, i) => [`sum(wx${i})`, ...variables.slice(i).map((_, k) => `sum(wx${i} * x${i + k})`)]);
const complete = `select audience, weight, ${variables.map((v, i) => `${v}::double x${i}, weight * ${v} wx${i}`).join(', ')} from t
  where ${variables.map((v) => `${v} is not null`).join(' and ')}`;
const rows = (await db.runAndReadAll(`select audience, sum(weight), ${products.join(', ')} from (${complete}) group by audience`)).getRows();
console.log(`${rows.length} audiences, ${products.length} sums each`);
