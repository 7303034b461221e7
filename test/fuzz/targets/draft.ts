import fc from 'fast-check'
import * as v from 'valibot'
import { datasets } from '#core/files/datasets.ts'
import { compileMapping } from '#core/mapping/compile.ts'
import { draftMapping } from '#core/mapping/draft.ts'
import { MappingSchema } from '#core/mapping/mapping.ts'
import { emptyManifest } from '#core/sync/manifest-table.ts'
import { sampleTable } from '../../../lambdas/reading/sample-table.ts'
import { contentHash } from '../../../lambdas/runtime/system.ts'
import { examineFile } from '../../../lambdas/sync/examine.ts'
import { streamOf } from '../hostile.ts'
import { hold, target } from '../target.ts'
import { fileNames, files } from './reader.ts'

const inputs = fc.record({ bytes: files, name: fileNames, dataset: fc.constantFrom(...datasets) })
const idOf = ({ model, key }: { readonly model: string; readonly key: string }): string => `${model} ${key}`

const nothingKnown = { hash: contentHash, base: emptyManifest, afresh: true, employees: { has: () => true } }

/** A file nobody has seen before: the draft of its mapping, and the file read under it. */
export const draftTarget = target('draft', inputs, async ({ bytes, name, dataset }) => {
  const open = () => streamOf([bytes])
  const sample = await sampleTable(open, { name, dataset })
  if (sample.kind === 'refused') return
  const { header, rows, dialect } = sample
  const { mapping, proposals } = draftMapping({ dataset, header, rows, dialect })
  hold(v.is(MappingSchema, mapping), 'a draft that the schema refuses')
  hold(
    proposals.every(({ confidence }) => confidence >= 0 && confidence <= 1),
    'a confidence out of range',
  )
  compileMapping(mapping, header)
  const examined = await examineFile({ ...nothingKnown, open, name, dataset, mapping, idOf })
  if (examined.kind === 'refused') return hold(examined.issues.length > 0, 'refused without a reason')
  const { contents } = examined
  hold(contents.rows >= contents.records.size, 'more records than rows')
  hold(
    [...contents.quarantined].every((id) => !contents.records.has(id)),
    'quarantined and accepted',
  )
})
