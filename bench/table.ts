import type { SyncReport } from './report.ts'
import { variantNames, variants } from './variants.ts'

const grid = (rows: readonly (readonly string[])[]): string => {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return rows
    .map((row) =>
      row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
    )
    .join('\n')
}

/** The report for people. */
export const tableOf = (report: SyncReport): string => {
  const measured = variantNames.map((name) => {
    const { cpu_s, ratio, peak_rss_mb } = report.variants[name]
    return [variants[name].title, cpu_s.toFixed(2), ratio.toFixed(2), peak_rss_mb.toFixed(0)]
  })
  return [
    `${report.rows} rows, ${report.file_mb} MB, ${report.runs} runs, medians`,
    '',
    grid([['', 'CPU s', 'x parse only', 'peak MB'], ...measured]),
    '',
    `manifest: ${report.manifest_bytes_per_row} bytes a row, ${report.manifest_write_ratio} x parse only to write`,
    `a stray quote: ${report.stray_quote_ratio} x a first load without one (${report.stray_quote_issues.join()})`,
    `records written: ${report.records_written_unchanged} unchanged, ${report.records_written_one_percent} one percent changed`,
    '',
    `${report.machine}; Node ${report.versions.node}, fast-csv ${report.versions.fast_csv}; ${report.date}`,
    report.command,
  ].join('\n')
}
