import { createHash } from 'node:crypto'
import type { Dataset } from '#core/files/datasets.ts'
import { saysChoice } from '#core/issues/choices.ts'
import type { Issue } from '#core/issues/issue.ts'
import { draftMapping } from '#core/mapping/draft.ts'
import type { Scratch } from '#core/ports/scratch.ts'
import { emptyManifest } from '#core/sync/manifest-table.ts'
import { memoryRoom } from '#core/sync/memory-room.ts'
import { dayIn } from '#core/values/zoned-day.ts'
import { draftSample } from '../lambdas/reading/draft-sample.ts'
import { contentHash, keyedHash } from '../lambdas/runtime/system.ts'
import { datasetReport } from '../lambdas/sync/dataset-report.ts'
import { fileAwaited } from '../lambdas/sync/file-awaited.ts'
import { rebuildFromFile } from '../lambdas/sync/rebuild-file.ts'
import { datasetOf, openLocal } from './local-file.ts'
import { localParts } from './local-parts.ts'
import { readMapping } from './mapping.ts'

/** Nothing is written, so no text is needed again. */
const withoutTexts = (): Scratch => ({
  ...memoryRoom(),
  add: () => ({ start: 0, length: 0 }),
  read: () => [],
  close: () => undefined,
})

/** Ids made here are thrown away: any secret will do. */
const offline = { contentHash, keyedHash: keyedHash('offline'), openScratch: withoutTexts }

const mappingFor = async (
  file: Awaited<ReturnType<typeof openLocal>>,
  dataset: Dataset,
  mappingPath: string | undefined,
) => {
  if (mappingPath !== undefined)
    return { kind: 'mapping' as const, mapping: await readMapping(mappingPath), issues: [] }
  const sample = await draftSample(file.open, { name: file.name, dataset })
  if (sample.kind === 'refused') return sample
  const { header, rows, later, dialect } = sample
  const { mapping, issues } = draftMapping({ dataset, header, rows, later, dialect })
  return { kind: 'mapping' as const, mapping, issues: [...sample.issues.filter(saysChoice), ...issues] }
}

/** What the draft leaves open may also be said by the sync: once is enough. */
const together = (drafted: readonly Issue[], found: readonly Issue[]): readonly Issue[] => {
  const said = new Set(found.map(({ code, column, message }) => `${code} ${column} ${message}`))
  return [...drafted.filter(({ code, column, message }) => !said.has(`${code} ${column} ${message}`)), ...found]
}

/**
 * `validate FILE [--mapping FILE]`: the report that a first sync of the file would make, by the sync's own functions, without a server.
 * Dependants are not held against an employee set, which is not known here.
 */
export const validateCommand = async (path: string, dataset: Dataset | undefined, mappingPath: string | undefined) => {
  const file = await openLocal(path)
  const chosen = await mappingFor(file, dataset ?? datasetOf(file.name), mappingPath)
  const id = createHash('sha256').update(file.name).digest('hex')
  const subject = { ...file, id }
  if (chosen.kind === 'refused')
    return datasetReport(dataset ?? datasetOf(file.name), { outcome: 'refused', file: subject, issues: chosen.issues })
  const { mapping } = chosen
  const { parts, awaited } = await localParts(path, mapping.joins ?? [])
  if (awaited.length > 0)
    return datasetReport(mapping.dataset, {
      outcome: 'waiting_for_files',
      file: subject,
      issues: [fileAwaited(mapping.dataset, awaited)],
    })
  const result = await rebuildFromFile(offline, {
    integrationId: 'offline',
    dataset: mapping.dataset,
    file: { ...subject, parts },
    mapping,
    base: emptyManifest,
    employees: { has: () => true },
    unknown: new Set(),
    today: dayIn(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone),
  })
  if (result.kind === 'refused')
    return datasetReport(mapping.dataset, { outcome: 'refused', file: subject, issues: result.issues })
  const { counts, issues } = result.rebuilt
  return {
    ...datasetReport(mapping.dataset, {
      outcome: 'applied',
      file: subject,
      counts,
      issues: together(chosen.issues, issues),
    }),
    // Rows that say the same as another count once.
    repeated_rows: Math.max(0, counts.rows - counts.quarantined - counts.created),
  }
}
