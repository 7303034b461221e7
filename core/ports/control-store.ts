export type DocumentKey = { readonly pk: string; readonly sk: string }

/** A stored document with the revision that a later `replace` must name. */
export type StoredDocument = { readonly key: DocumentKey; readonly revision: number; readonly value: unknown }

type DocumentPage = { readonly documents: readonly StoredDocument[]; readonly next: string | undefined }

export type DocumentQuery = {
  readonly pk: string
  /** Only sort keys that begin with this. */
  readonly prefix?: string
  /** Only sort keys up to and including this one. */
  readonly until?: string
  /** Newest (highest sort key) first. */
  readonly descending?: boolean
  readonly limit?: number
  /** The `next` of the page before. */
  readonly after?: string
}

/** Small JSON documents (under 400 KB) with optimistic concurrency: a lost race is an outcome, not an error. Reads are strongly consistent. */
export type ControlStore = {
  get(key: DocumentKey): Promise<StoredDocument | undefined>
  /** Makes revision 1; `false` when the key is taken. */
  create(key: DocumentKey, value: unknown): Promise<boolean>
  /** Makes `revision + 1`; `false` when the document is no longer at `revision`. */
  replace(key: DocumentKey, value: unknown, revision: number): Promise<boolean>
  /** Removing what is gone succeeds. */
  remove(key: DocumentKey): Promise<void>
  query(query: DocumentQuery): Promise<DocumentPage>
}
