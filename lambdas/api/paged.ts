import * as v from 'valibot'
import { refuse, success } from '#core/api/answer.ts'
import { readCursor, writeCursor } from '#core/api/cursor.ts'
import type { ApiRequest } from '#core/api/endpoint.ts'
import { queryDocuments } from '#core/control/documents.ts'
import type { DocumentQuery } from '#core/ports/control-store.ts'
import type { ApiPorts } from './ports.ts'

const pageSize = 100

export const badCursor = refuse('PLATFORM.INPUT_INVALID', 'The cursor is not one that this endpoint gave.')

type Listing<Schema extends v.GenericSchema> = {
  readonly query: DocumentQuery
  readonly schema: Schema
  /** What the wire shows of a document; null leaves it out. */
  readonly show: (value: v.InferOutput<Schema>) => object | null
}

/** A page of documents as the management API shows them. */
export const showPage = async <Schema extends v.GenericSchema>(
  { control, system }: Pick<ApiPorts, 'control' | 'system'>,
  { query: { cursor = '' } }: ApiRequest,
  { query, schema, show }: Listing<Schema>,
) => {
  const scope = { integrationId: query.pk, endpoint: query.prefix ?? '', filters: {} }
  const after = cursor === '' ? undefined : readCursor(system, scope, cursor, v.string())
  if (cursor !== '' && after === undefined) return badCursor
  const page = await queryDocuments(
    control,
    { ...query, limit: pageSize, ...(after === undefined ? {} : { after }) },
    schema,
  )
  const next = page.next === undefined ? null : writeCursor(system, scope, page.next)
  return success({ next, results: page.values.map(show).filter((shown) => shown !== null) })
}
