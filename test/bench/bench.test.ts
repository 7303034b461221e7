import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const bench = (...words: readonly string[]) => promisify(execFile)(process.execPath, ['bench/main.ts', ...words])

it('checks every variant, then prints everything that was measured as one JSON object', async () => {
  const { stdout, stderr } = await bench('sync', '--rows', '200', '--runs', '1', '--json')
  const number = expect.any(Number)
  expect(JSON.parse(stdout)).toMatchObject({
    fast_csv_parse_only_cpu_s: number,
    reading_ratio: number,
    first_load_ratio: number,
    unchanged_ratio: number,
    one_percent_ratio: number,
    volatile_column_ratio: number,
    peak_rss_mb: number,
    manifest_bytes_per_row: number,
    records_written_unchanged: 0,
    records_written_one_percent: 2,
    rows: 200,
    runs: 1,
    seed: 1,
    machine: expect.any(String),
    versions: { node: process.versions.node, fast_csv: expect.any(String) },
    command: 'npm run -s bench -- sync --rows 200 --runs 1 --seed 1 --json',
    date: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
  })
  expect(stderr).toContain('run 1 of 1: first load')
}, 120_000)

it('says how it is used when it is asked for something else', async () => {
  await expect(bench('sync', '--rows', 'many')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Usage:'),
  })
})
