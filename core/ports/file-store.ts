/** One version of one object. `etag` is the store's content tag, without quotes. */
export type StoredFile = {
  readonly key: string
  readonly versionId: string
  readonly etag: string
  /** bytes */
  readonly size: number
  /** epoch milliseconds */
  readonly modifiedAt: number
}

/** A copy; `checksum` is equal for equal bytes, whatever encrypts them, and left out where the store cannot tell. */
type CopiedFile = StoredFile & { readonly checksum?: string }

export type FileRef = { readonly key: string; readonly versionId?: string | undefined }

/** Where an object comes from when it is copied between stores of the same kind. */
export type CopySource = { readonly bucket: string; readonly key: string; readonly versionId: string }

/**
 * A versioned bucket. Putting an existing key makes a new version; a version never changes.
 * What is absent is `undefined`, not an error.
 */
export type FileStore = {
  readonly bucket: string
  put(key: string, body: Uint8Array | AsyncIterable<Uint8Array>): Promise<StoredFile>
  head(ref: FileRef): Promise<StoredFile | undefined>
  /** Bytes from `start` (default 0) to the end. */
  open(ref: FileRef, start?: number): Promise<AsyncIterable<Uint8Array> | undefined>
  /** Copies one exact version without passing its bytes through the caller; `undefined` when the source is gone. */
  copyFrom(source: CopySource, key: string): Promise<CopiedFile | undefined>
  /** Removes one version for good. Removing what is gone succeeds. */
  removeVersion(key: string, versionId: string): Promise<void>
  /** Current versions under a prefix, in key order. */
  list(prefix: string): AsyncIterable<StoredFile>
}
