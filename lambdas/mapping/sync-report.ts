import * as v from 'valibot'
import { type Sync, SyncReportSchema } from '#core/control/sync.ts'
import type { MappingPorts } from './ports.ts'

/** The whole report of a run: from the archive once it has ended, before that what its document says. */
export const reportOf = async (
  { archive }: Pick<MappingPorts, 'archive'>,
  sync: Pick<Sync, 'report' | 'datasets'>,
): Promise<Sync['datasets']> => {
  const body = sync.report && (await archive.open(sync.report))
  if (!body) return sync.datasets
  const text = await new Response(ReadableStream.from(body)).text()
  return v.parse(SyncReportSchema, JSON.parse(text)).datasets
}
