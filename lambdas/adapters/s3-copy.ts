import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  type S3Client,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3'
import type { CopySource } from '#core/ports/file-store.ts'

export type CopyTarget = { readonly client: S3Client; readonly bucket: string; readonly key: string }

export type CopySizes = {
  /** The largest object that one request copies, bytes. */
  readonly largestSingle: number
  /** bytes; S3 takes 5 MB to 5 GB, and 10,000 parts. */
  readonly part: number
}

const gigabyte = 1024 ** 3
export const s3CopySizes: CopySizes = { largestSingle: 5 * gigabyte, part: gigabyte }

const sourceText = ({ bucket, key, versionId }: CopySource): string =>
  `${bucket}/${key.split('/').map(encodeURIComponent).join('/')}?versionId=${encodeURIComponent(versionId)}`

const copyParts = async ({ client, bucket, key }: CopyTarget, source: CopySource, size: number, partSize: number) => {
  const created = await client.send(new CreateMultipartUploadCommand({ Bucket: bucket, Key: key }))
  const upload = { Bucket: bucket, Key: key, UploadId: created.UploadId }
  try {
    const parts: { readonly ETag: string | undefined; readonly PartNumber: number }[] = []
    for (let from = 0; from < size; from += partSize) {
      const range = `bytes=${from}-${Math.min(from + partSize, size) - 1}`
      const part = { ...upload, PartNumber: parts.length + 1, CopySource: sourceText(source), CopySourceRange: range }
      const { CopyPartResult } = await client.send(new UploadPartCopyCommand(part))
      parts.push({ ETag: CopyPartResult?.ETag, PartNumber: part.PartNumber })
    }
    return await client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts: parts } }))
  } catch (error) {
    await client.send(new AbortMultipartUploadCommand(upload))
    throw error
  }
}

/** Copies inside S3 an object of `size` bytes and answers the new version's id. */
export const copyInS3 = async (
  target: CopyTarget,
  source: CopySource,
  size: number,
  sizes: CopySizes,
): Promise<string | undefined> => {
  if (size > sizes.largestSingle) return (await copyParts(target, source, size, sizes.part)).VersionId
  const { client, bucket, key } = target
  const command = new CopyObjectCommand({ Bucket: bucket, Key: key, CopySource: sourceText(source) })
  return (await client.send(command)).VersionId
}
