import { machine, round, versionOf } from './machine.ts'
import { median } from './measure.ts'
import { type Measured, optionsOf } from './run-pass.ts'
import { type PerVariant, type VariantName, variantNames } from './variants.ts'
import type { Expected } from './verify.ts'
import type { Workspace } from './workspace.ts'

export type Settings = { readonly rows: number; readonly runs: number; readonly seed: number }

type Input = {
  readonly settings: Settings
  readonly workspace: Workspace
  readonly expected: Expected
  readonly measured: PerVariant<readonly Measured[]>
  readonly stray: readonly Measured[]
}

const variantReport = (passes: readonly Measured[], yardstick: number, rows: number) => {
  const cpu = passes.map(({ cpuSeconds }) => cpuSeconds)
  return {
    cpu_s: round(median(cpu)),
    cpu_s_runs: cpu.map((seconds) => round(seconds)),
    ratio: round(median(cpu) / yardstick),
    cpu_us_per_row: round((1e6 * median(cpu)) / rows, 2),
    peak_rss_mb: round(Math.max(...passes.map(({ peakRssMb }) => peakRssMb)), 1),
  }
}

/** Everything that was measured, under the names that scripts rely on. Times are CPU seconds, ratios are to fast-csv parse-only. */
export const syncReport = ({ settings, workspace, expected, measured, stray }: Input) => {
  const yardstick = median(measured.parseOnly.map(({ cpuSeconds }) => cpuSeconds))
  const of = (name: VariantName) => variantReport(measured[name], yardstick, settings.rows)
  const all = {
    parseOnly: of('parseOnly'),
    reading: of('reading'),
    firstLoad: of('firstLoad'),
    unchanged: of('unchanged'),
    onePercent: of('onePercent'),
    volatile: of('volatile'),
  }
  const syncs = variantNames.filter((name) => name !== 'parseOnly' && name !== 'reading')
  return {
    fast_csv_parse_only_cpu_s: all.parseOnly.cpu_s,
    reading_ratio: all.reading.ratio,
    first_load_ratio: all.firstLoad.ratio,
    unchanged_ratio: all.unchanged.ratio,
    one_percent_ratio: all.onePercent.ratio,
    volatile_column_ratio: all.volatile.ratio,
    stray_quote_ratio: round(median(stray.map(({ cpuSeconds }) => cpuSeconds)) / all.firstLoad.cpu_s),
    stray_quote_issues: stray[0]?.issues ?? [],
    peak_rss_mb: Math.max(...syncs.map((name) => all[name].peak_rss_mb)),
    manifest_bytes_per_row: round(expected.manifest.size / settings.rows, 1),
    manifest_write_ratio: round(expected.manifest.cpuSeconds / yardstick),
    records_written_unchanged: measured.unchanged[0]?.written ?? null,
    records_written_one_percent: measured.onePercent[0]?.written ?? null,
    ...settings,
    file_mb: round(workspace.facts.base.bytes / 1e6, 1),
    file_sha256: workspace.facts.base.sha256,
    records_sha256: expected.digest.firstLoad,
    variants: all,
    machine: machine(),
    /** Parse-only runs without. */
    node_options: optionsOf('sync').join(' '),
    versions: { node: process.versions.node, fast_csv: versionOf('fast-csv') },
    command: `npm run -s bench -- sync --rows ${settings.rows} --runs ${settings.runs} --seed ${settings.seed} --json`,
    date: new Date().toISOString(),
  }
}

export type SyncReport = ReturnType<typeof syncReport>
