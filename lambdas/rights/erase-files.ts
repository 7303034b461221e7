import { listDocuments, updateDocument } from '#core/control/documents.ts'
import { type ExportFile, ExportFileSchema } from '#core/control/file.ts'
import type { Integration } from '#core/control/integration.ts'
import { fileKey, filePartition } from '#core/control/keys.ts'
import { type ReceiptFile, updateReceipt } from '#core/control/receipt.ts'
import { rawFileKey } from '#core/files/archive-keys.ts'
import type { Dataset } from '#core/files/datasets.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import type { SyncPorts } from '../sync/ports.ts'
import type { Progress, Removing } from './ports.ts'
import { type Looked, lookForPerson, mappingOf, type Sought, storeWithoutPerson } from './rewrite-file.ts'

export const mappingsOf = (ports: Pick<SyncPorts, 'control'>, integration: Integration) => {
  const known = new Map<Dataset | null, Promise<Mapping | undefined>>()
  return (dataset: Dataset | null): Promise<Mapping | undefined> => {
    const mapping = known.get(dataset) ?? mappingOf(ports, integration, dataset)
    known.set(dataset, mapping)
    return mapping
  }
}

const noteFile = ({ ports, receiptId }: Removing, file: ReceiptFile) =>
  updateReceipt(ports.control, receiptId, (receipt) => ({
    ...receipt,
    files: [...receipt.files.filter(({ id }) => id !== file.id), file],
  }))

type Found = { readonly looked: Looked; readonly mapping: Mapping | undefined; readonly sought: Sought }

/**
 * Stores a file without the people who were found in it, or gives it up; `note` hears of it before its document names another object:
 * afterwards nobody finds the file again. What lay there before is left to the caller. Answers what became of it.
 */
export const replaceFile = async (
  ports: Pick<SyncPorts, 'archive' | 'decode' | 'control'>,
  file: ExportFile,
  { looked, mapping, sought }: Found,
  { key, note }: { readonly key: string; readonly note: (file: ReceiptFile) => Promise<unknown> },
): Promise<void> => {
  const stored =
    looked.kind === 'own' && mapping
      ? await storeWithoutPerson(ports, file, mapping, key, { ...sought, traces: looked.traces })
      : undefined
  await note({ id: file.id, outcome: stored ? 'rewritten' : 'removed', rows: looked.rows })
  await updateDocument(ports.control, fileKey(file), ExportFileSchema, ({ checksum: _, ...each }) => ({
    ...each,
    archive: stored?.archive ?? null,
    size: stored?.size ?? each.size,
    // What is stored now is neither packed nor encrypted.
    mustBeEncrypted: false,
  }))
}

/**
 * Takes a person out of the uploaded files that are kept: a file whose rows a mapping understands is stored anew without theirs, any other
 * that names the person goes. Files keep their id and their place: what was built from them still says so.
 */
export const eraseFromFiles = async (
  removing: Removing,
  integration: Integration,
  begun: Sought,
  after: string | null,
): Promise<Progress> => {
  const { ports, integrationId, session, stopAt } = removing
  const mappingFor = mappingsOf(ports, integration)
  const query = { ...filePartition(integrationId), ...(after === null ? {} : { after }) }
  let sought = begun
  for await (const file of listDocuments(ports.control, query, ExportFileSchema)) {
    // A manifest may be a mere sign.
    if (file.archive === null || file.size === 0) continue
    await session.extend()
    const mapping = await mappingFor(file.dataset)
    const looked = await lookForPerson(ports, file, mapping, sought)
    sought = { ...sought, traces: looked.traces }
    if (looked.kind !== 'nothing') {
      const key = rawFileKey(integrationId, `${file.id}.${removing.receiptId}`)
      const note = (each: ReceiptFile) => noteFile(removing, each)
      await replaceFile(ports, file, { looked, mapping, sought }, { key, note })
    }
    if (ports.now() >= stopAt) return { at: fileKey(file).sk }
  }
  return 'done'
}
