import { Fault } from '#core/fault.ts'
import type { Recognise, Slice } from '#core/files/table.ts'
import { recordId } from '#core/ids/record-id.ts'
import { columnIndex } from '#core/mapping/columns.ts'
import { compileMapping } from '#core/mapping/compile.ts'
import { inDateOrder } from '#core/mapping/watch-date-order.ts'
import type { ContentHash, KeyedHash } from '#core/ports/system.ts'
import { rowRules } from '#core/records/row-rules.ts'
import { emptyManifest } from '#core/sync/manifest-table.ts'
import { readSlice } from '../../reading/read-table.ts'
import { rowRecogniser } from '../recognise-rows.ts'
import { rowTeller } from '../tell-row.ts'
import { decodeChunk } from './chunk-file.ts'
import { toldWriter } from './told-file.ts'

type Hashes = { readonly keyedHash: KeyedHash; readonly contentHash: ContentHash }

/** Knows rows by their place, as the sync found them; of others it makes the marks. */
const placeRecogniser = ({ firstRow, known }: Slice, marksOf: Recognise): Recognise => {
  let row = firstRow - 1
  let next = 0
  return (record) => {
    row += 1
    const range = known[next]
    if (!range || row < range.row) return marksOf(record)
    if (row === range.row + range.count - 1) next += 1
    return range.index + row - range.row
  }
}

/** Tells what each row of a piece says that the sync does not know: the same code as where a sync reads a file alone. */
export const tellChunk = async ({ keyedHash, contentHash }: Hashes, bytes: Uint8Array): Promise<Uint8Array> => {
  const { telling, slice } = decodeChunk(bytes)
  const { integrationId, dataset, mapping, ruling, header, delimiter, missingCells } = telling
  const compiled = compileMapping(mapping, header)
  if (compiled.kind === 'refused') throw new Fault('CHUNK_UNREADABLE', 'its mapping does not fit its columns')
  const choice = { delimiter, width: header.length - missingCells, columns: compiled.columns }
  const tell = rowTeller({ dataset, hash: contentHash, ...(ruling ? { rules: rowRules(ruling, dataset) } : {}) })
  const recognise = placeRecogniser(slice, rowRecogniser(emptyManifest, choice, new Set()))
  const told = toldWriter(({ model, key }) => recordId(keyedHash, integrationId, model, key))
  const ids = mapping.id.columns.map((column) => columnIndex(header, column))
  const layout = { dataset, delimiter, header, missingCells, ids, choice }
  const events = readSlice(slice.text, slice.firstRow, recognise, layout)
  for await (const event of inDateOrder(events, mapping, header)) {
    if (event.kind === 'rows')
      for (const { row, cells, marks } of event.rows) told.add(tell(compiled.map(cells, row), marks))
    else if (event.kind === 'bad-row') told.add(event)
    else if (event.kind === 'refused') told.add({ kind: 'refused', issue: event.issue })
  }
  return told.bytes()
}
