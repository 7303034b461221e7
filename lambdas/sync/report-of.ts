import * as v from 'valibot'
import { type Sync, SyncReportSchema } from '#core/control/sync.ts'
import type { FileStore } from '#core/ports/file-store.ts'

/** The whole report of a run: from the archive once it has ended, before that what its document says. */
export const reportOf = async (
  { archive }: { readonly archive: Pick<FileStore, 'open'> },
  sync: Pick<Sync, 'report' | 'datasets'>,
): Promise<Sync['datasets']> => {
  const body = sync.report && (await archive.open(sync.report))
  if (!body) return sync.datasets
  const text = await new Response(ReadableStream.from(body)).text()
  return v.parse(SyncReportSchema, JSON.parse(text)).datasets
}
