import { machine, round, versionOf } from './machine.ts'
import type { Progress } from './progress.ts'
import type { Settings } from './report.ts'
import { type Measured, optionsOf, runPass } from './run-pass.ts'
import type { Workspace } from './workspace.ts'

const phases = ['cut', 'tell', 'merge'] as const
type Phase = (typeof phases)[number]

const pass = (workspace: Workspace, name: Phase | 'sync', check = false): Promise<Measured> =>
  runPass(workspace, { pass: name, edition: 'base', againstManifest: false }, { check })

/** What a first load costs that is told in pieces, one after another; throws unless it comes to what one run comes to. */
export const piecesReport = async (workspace: Workspace, { rows, seed }: Settings, progress: Progress) => {
  const measured: Record<Phase, Measured> = {
    cut: await pass(workspace, 'cut'),
    tell: await pass(workspace, 'tell'),
    merge: await pass(workspace, 'merge'),
  }
  progress('told, and gathered')
  const together = await pass(workspace, 'merge', true)
  const alone = await pass(workspace, 'sync', true)
  if (together.digest !== alone.digest) throw new Error('Told in pieces, the file comes to other records.')
  const seconds = phases.reduce((sum, phase) => sum + measured[phase].cpuSeconds, 0)
  const of = ({ cpuSeconds, peakRssMb }: Measured) => ({ cpu_s: round(cpuSeconds), peak_rss_mb: round(peakRssMb, 1) })
  return {
    rows,
    seed,
    pieces: measured.cut.pieces,
    cut: of(measured.cut),
    tell: of(measured.tell),
    merge: of(measured.merge),
    one_run: of(await pass(workspace, 'sync')),
    cpu_us_per_row: round((1e6 * seconds) / rows, 2),
    records_sha256: together.digest,
    machine: machine(),
    node_options: optionsOf('sync').join(' '),
    versions: { node: process.versions.node, fast_csv: versionOf('fast-csv') },
    command: `npm run -s bench -- pieces --rows ${rows} --seed ${seed}`,
    date: new Date().toISOString(),
  }
}
