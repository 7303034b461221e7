import * as v from 'valibot'
import { Fault } from '#core/fault.ts'
import type { ControlStore, DocumentKey, DocumentQuery, StoredDocument } from '#core/ports/control-store.ts'

/** How often an update is tried again after losing a race. Each attempt is a read and a write, so contention this deep is a fault. */
const maxAttempts = 12

type Parsed<Schema extends v.GenericSchema> = v.InferOutput<Schema>

const parseDocument = <Schema extends v.GenericSchema>(schema: Schema, document: StoredDocument): Parsed<Schema> => {
  const result = v.safeParse(schema, document.value)
  if (result.success) return result.output
  const paths = result.issues.map((issue) => v.getDotPath(issue) ?? 'the document')
  throw new Fault('CONTROL_DOCUMENT_INVALID', `${document.key.pk} ${document.key.sk}: ${paths.join(', ')}`)
}

/** The document at `key`; `undefined` when there is none. */
export const readDocument = async <Schema extends v.GenericSchema>(
  store: Pick<ControlStore, 'get'>,
  key: DocumentKey,
  schema: Schema,
): Promise<Parsed<Schema> | undefined> => {
  const document = await store.get(key)
  return document && parseDocument(schema, document)
}

/**
 * Replaces the document at `key` by what `change` makes of it, again and again until no other writer came between.
 * `change` may run several times; when it answers its argument, nothing is written.
 * Answers the document as it stands afterwards; `undefined` when there is none.
 */
export const updateDocument = async <Schema extends v.GenericSchema>(
  store: Pick<ControlStore, 'get' | 'replace'>,
  key: DocumentKey,
  schema: Schema,
  change: (value: Parsed<Schema>) => Parsed<Schema>,
): Promise<Parsed<Schema> | undefined> => {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const document = await store.get(key)
    if (!document) return undefined
    const before = parseDocument(schema, document)
    const after = change(before)
    if (after === before) return before
    if (await store.replace(key, after, document.revision)) return after
  }
  throw new Fault('STORE_CONTENDED', `${key.pk} ${key.sk}`)
}

/** One page of documents, and where the next begins. */
export const queryDocuments = async <Schema extends v.GenericSchema>(
  store: Pick<ControlStore, 'query'>,
  query: DocumentQuery,
  schema: Schema,
): Promise<{ readonly values: readonly Parsed<Schema>[]; readonly next: string | undefined }> => {
  const page = await store.query(query)
  return { values: page.documents.map((document) => parseDocument(schema, document)), next: page.next }
}

/** Every document the query finds, page after page. */
export const listDocuments = async function* <Schema extends v.GenericSchema>(
  store: Pick<ControlStore, 'query'>,
  query: DocumentQuery,
  schema: Schema,
): AsyncGenerator<Parsed<Schema>, void, undefined> {
  let after = query.after
  do {
    const page = await queryDocuments(store, after === undefined ? query : { ...query, after }, schema)
    yield* page.values
    after = page.next
  } while (after !== undefined)
}
