import { parseArgs } from 'node:util'
import { cpuSeconds, type Outcome } from './outcome.ts'

// One pass in a process of its own. Each pass is imported alone, so that none pays for the modules of another.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    check: { type: 'boolean', default: false },
    commit: { type: 'boolean', default: false },
    archive: { type: 'string', default: '' },
    manifest: { type: 'string' },
    version: { type: 'string', default: '' },
  },
})
const { check, commit, archive, manifest, version } = values
const [pass, file = ''] = positionals

const run = async (): Promise<Outcome> => {
  if (pass === 'parse-only') return (await import('./parse-only.ts')).parseOnly(file, check)
  if (pass === 'reading') return (await import('./reading.ts')).reading(file, check)
  if (pass === 'stray-quote') return (await import('./stray-quote.ts')).strayQuote(file)
  const base = manifest === undefined ? undefined : { key: manifest, versionId: version }
  const given = { file, check, archive, base, commit }
  if (pass === 'cut') return (await import('./pieces.ts')).cutPieces(given)
  if (pass === 'tell') return (await import('./pieces.ts')).tellPieces(given)
  if (pass === 'merge') return (await import('./pieces.ts')).mergePieces(given)
  return (await import('./sync.ts')).sync(given)
}

const outcome = await run()
process.once('exit', () => {
  const peakRssMb = process.resourceUsage().maxRSS / 1024
  process.stdout.write(JSON.stringify({ ...outcome, cpuSeconds: cpuSeconds(), peakRssMb }))
})
