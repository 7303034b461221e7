import fc from 'fast-check'
import * as v from 'valibot'
import { datasets, datasetTraits } from '#core/files/datasets.ts'
import { recordId } from '#core/ids/record-id.ts'
import { compileMapping } from '#core/mapping/compile.ts'
import { draftMapping } from '#core/mapping/draft.ts'
import { MappingSchema } from '#core/mapping/mapping.ts'
import type { ModelId } from '#core/model/models.ts'
import { emptyManifest } from '#core/sync/manifest-table.ts'
import { memoryScratch } from '../../../lambdas/mapping/memory-scratch.ts'
import { draftSample } from '../../../lambdas/reading/draft-sample.ts'
import { contentHash, keyedHash } from '../../../lambdas/runtime/system.ts'
import { examineFile } from '../../../lambdas/sync/examine.ts'
import { streamOf } from '../hostile.ts'
import { hold, target } from '../target.ts'
import { fileNames, files } from './reader.ts'

const inputs = fc.record({ bytes: files, name: fileNames, dataset: fc.constantFrom(...datasets) })
const idOf = ({ model, key }: { readonly model: ModelId; readonly key: string }): string =>
  recordId(keyedHash('fuzz'), 'sftp:fuzz', model, key)

const nothingKnown = {
  hash: contentHash,
  scratch: memoryScratch(),
  base: emptyManifest,
  afresh: true,
  employees: { has: () => true },
}

/** A file nobody has seen before: the draft of its mapping, and the file read under it. */
export const draftTarget = target('draft', inputs, async ({ bytes, name, dataset }) => {
  const open = () => streamOf([bytes])
  const sample = await draftSample(open, { name, dataset })
  if (sample.kind === 'refused') return
  const { header, rows, later, dialect } = sample
  const { mapping, proposals } = draftMapping({ dataset, header, rows, later, dialect })
  hold(v.is(MappingSchema, mapping), 'a draft that the schema refuses')
  hold(
    proposals.every(({ confidence }) => confidence >= 0 && confidence <= 1),
    'a confidence out of range',
  )
  compileMapping(mapping, header)
  const examined = await examineFile({ ...nothingKnown, open, name, dataset, mapping, idOf })
  if (examined.kind === 'refused') return hold(examined.issues.length > 0, 'refused without a reason')
  const { contents } = examined
  const { table, quarantined } = contents
  const given = Array.from({ length: table.size() }, (_, number) => number).filter(
    (number) => table.row(number) > 0 && table.model(number) === datasetTraits[dataset].model,
  )
  hold(contents.rows >= given.length, 'more records than rows')
  hold(
    given.every((number) => !quarantined.has(table.id(number))),
    'quarantined and accepted',
  )
})
