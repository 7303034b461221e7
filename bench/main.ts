import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { measure } from './measure.ts'
import { piecesReport } from './pieces.ts'
import { type Progress, progressOnStderr } from './progress.ts'
import { readReport } from './read/read-report.ts'
import { type Settings, syncReport } from './report.ts'
import { measureStrayQuote } from './stray-quote.ts'
import { tableOf } from './table.ts'
import { verify } from './verify.ts'
import { withWorkspace } from './workspace.ts'

const usage = `Usage: npm run -s bench -- sync [--rows N] [--runs N] [--seed N] [--json]

  --rows   employees in the generated export, for example 10000, 100000 (default) or 1000000
  --runs   measured passes of each variant, in fresh processes (default 5)
  --seed   another seed gives other data; the same seed gives everybody the same bytes (default 1)
  --json   one JSON object instead of a table

       npm run -s bench -- pieces [--rows N] [--seed N]

  a first load that is told in pieces, whatever its size; one JSON object comes out

       npm run -s bench -- read [--records N] [--runs N] [--seed N] [--json]

  --records  employees in the records table of DynamoDB's emulator (default 100000); one JSON object comes out in any case`

const number = (least: number) => v.pipe(v.string(), v.digits(), v.transform(Number), v.minValue(least))
const SettingsSchema = v.object({ rows: number(1), records: number(1), runs: number(1), seed: number(0) })

const readArguments = () =>
  parseArgs({
    allowPositionals: true,
    options: {
      rows: { type: 'string', default: '100000' },
      records: { type: 'string', default: '100000' },
      runs: { type: 'string', default: '5' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
  })

const benchSync = (settings: Settings, progress: Progress) =>
  withWorkspace(settings, progress, async (workspace) => {
    const expected = await verify(workspace, settings.rows, progress)
    const measured = await measure(workspace, expected, settings.runs, progress)
    const stray = await measureStrayQuote(workspace, settings.runs, progress)
    return syncReport({ settings, workspace, expected, measured, stray })
  })

const { values, positionals } = readArguments()
const settings = v.safeParse(SettingsSchema, values)
const command = positionals.join()
if (command === 'sync' && settings.success) {
  const report = await benchSync(settings.output, progressOnStderr())
  process.stdout.write(`${values.json ? JSON.stringify(report, null, 2) : tableOf(report)}\n`)
} else if (command === 'pieces' && settings.success) {
  const { output } = settings
  const progress = progressOnStderr()
  const report = await withWorkspace(output, progress, (workspace) => piecesReport(workspace, output, progress))
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
} else if (command === 'read' && settings.success) {
  const report = await readReport(settings.output, progressOnStderr())
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
} else {
  process.stderr.write(`${usage}\n`)
  process.exitCode = 1
}
