import * as v from 'valibot'
import type { ControlStore } from '#core/ports/control-store.ts'
import { listDocuments, readDocument } from './documents.ts'
import { type ExportFile, ExportFileSchema } from './file.ts'
import { fileKey, unpackKey, unpackPartition } from './keys.ts'

const PlaceSchema = v.object({ file: v.object({ pk: v.string(), sk: v.string() }) })

/** Has the next sync look into an archive before it looks for its files. */
export const noteArchive = (control: Pick<ControlStore, 'create'>, file: ExportFile): Promise<boolean> =>
  control.create(unpackKey(file.integrationId, file.id), { file: fileKey(file) })

/** The archives that no sync has looked into yet. */
export async function* notedArchives(
  control: Pick<ControlStore, 'query' | 'get'>,
  integrationId: string,
): AsyncGenerator<ExportFile> {
  for await (const { file } of listDocuments(control, unpackPartition(integrationId), PlaceSchema)) {
    const found = await readDocument(control, file, ExportFileSchema)
    if (found) yield found
  }
}

export const forgetArchive = (control: Pick<ControlStore, 'remove'>, file: ExportFile): Promise<void> =>
  control.remove(unpackKey(file.integrationId, file.id))
