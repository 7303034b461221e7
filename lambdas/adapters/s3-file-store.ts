import { Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  type ObjectVersion,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import type { FileRef, FileStore, StoredFile } from '#core/ports/file-store.ts'
import { copyInS3, s3CopySizes } from './s3-copy.ts'

type Bucket = { readonly client: S3Client; readonly bucket: string }

const isStatus = (error: unknown, status: number): boolean =>
  error instanceof S3ServiceException && error.$metadata.httpStatusCode === status && error.name !== 'NoSuchBucket'

const absent = (error: unknown): undefined => {
  if (!isStatus(error, 404)) throw error
}

const bareTag = (etag = ''): string => etag.replaceAll('"', '')

const headObject = async ({ client, bucket }: Bucket, { key, versionId }: FileRef): Promise<StoredFile | undefined> => {
  const head = await client
    .send(new HeadObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId }))
    .catch(absent)
  return (
    head && {
      key,
      versionId: head.VersionId ?? 'null',
      etag: bareTag(head.ETag),
      size: head.ContentLength ?? 0,
      modifiedAt: head.LastModified?.getTime() ?? 0,
    }
  )
}

/** S3 answers a write with half of what there is to know; the rest is read from the version it made. */
const written = async (bucket: Bucket, key: string, versionId: string | undefined): Promise<StoredFile> => {
  const stored = await headObject(bucket, { key, versionId })
  if (!stored) throw new Error('An object was removed while it was being stored: store it again.')
  return stored
}

const openObject = async ({ client, bucket }: Bucket, { key, versionId }: FileRef, start: number) => {
  const range = start > 0 ? { Range: `bytes=${start}-` } : {}
  const command = new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId, ...range })
  try {
    const { Body } = await client.send(command)
    return Body instanceof Readable ? Body : Readable.from([])
  } catch (error) {
    // There is nothing from the object's end on, which S3 calls an invalid range.
    return isStatus(error, 416) ? Readable.from([]) : absent(error)
  }
}

const formDecoded = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '))
const asIs = (text: string): string => text

const listedFile = (version: ObjectVersion, decode: (key: string) => string): StoredFile => ({
  key: decode(version.Key ?? ''),
  versionId: version.VersionId ?? 'null',
  etag: bareTag(version.ETag),
  size: version.Size ?? 0,
  modifiedAt: version.LastModified?.getTime() ?? 0,
})

type Marker = { readonly KeyMarker?: string; readonly VersionIdMarker?: string | undefined }

const listPage = async ({ client, bucket }: Bucket, prefix: string, marker: Marker) => {
  // XML cannot carry every character, so keys travel form-encoded where the service agrees to it.
  const page = { Bucket: bucket, Prefix: prefix, EncodingType: 'url', ...marker } as const
  const answer = await client.send(new ListObjectVersionsCommand(page))
  const decode = answer.EncodingType === 'url' ? formDecoded : asIs
  const latest = (answer.Versions ?? []).filter((version) => version.IsLatest)
  const { IsTruncated, NextKeyMarker, NextVersionIdMarker } = answer
  return {
    files: latest.map((version) => listedFile(version, decode)),
    next:
      IsTruncated && NextKeyMarker !== undefined
        ? { KeyMarker: decode(NextKeyMarker), VersionIdMarker: NextVersionIdMarker }
        : undefined,
  }
}

/** Lists versions, because the plain list does not tell their ids. */
const listObjects = async function* (bucket: Bucket, prefix: string): AsyncGenerator<StoredFile> {
  let marker: Marker | undefined = {}
  while (marker) {
    const { files, next }: Awaited<ReturnType<typeof listPage>> = await listPage(bucket, prefix, marker)
    yield* files
    marker = next
  }
}

/** A versioned bucket of S3. `copySizes` says from which size on a copy is made in parts. */
export const s3FileStore = ({
  client,
  bucket,
  copySizes = s3CopySizes,
}: Bucket & { readonly copySizes?: typeof s3CopySizes }): FileStore => {
  const here = { client, bucket }
  return {
    bucket,
    put: async (key, body) => {
      if (body instanceof Uint8Array) {
        const { VersionId } = await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body }))
        return written(here, key, VersionId)
      }
      const upload = new Upload({ client, params: { Bucket: bucket, Key: key, Body: Readable.from(body) } })
      return written(here, key, (await upload.done()).VersionId)
    },
    head: (ref) => headObject(here, ref),
    open: (ref, start = 0) => openObject(here, ref, start),
    copyFrom: async (source, key) => {
      const found = await headObject({ client, bucket: source.bucket }, source)
      if (!found) return undefined
      const { versionId, checksum } = await copyInS3({ client, bucket, key }, source, found.size, copySizes)
      const stored = await written(here, key, versionId)
      return checksum === undefined ? stored : { ...stored, checksum }
    },
    removeVersion: async (key, versionId) => {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId }))
    },
    list: (prefix) => listObjects(here, prefix),
  }
}
