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

type Copied = { readonly versionId: string | undefined; readonly checksum: string | undefined }

/**
 * Copies inside S3 an object of `size` bytes. Entity tags of encrypted objects differ though their bytes are equal,
 * so S3 is asked for a checksum; over several parts it makes none of the whole.
 */
export const copyInS3 = async (
  target: CopyTarget,
  source: CopySource,
  size: number,
  sizes: CopySizes,
): Promise<Copied> => {
  if (size > sizes.largestSingle) {
    const { VersionId } = await copyParts(target, source, size, sizes.part)
    return { versionId: VersionId, checksum: undefined }
  }
  const { client, bucket, key } = target
  const copy = { Bucket: bucket, Key: key, CopySource: sourceText(source), ChecksumAlgorithm: 'SHA256' } as const
  const { VersionId, CopyObjectResult } = await client.send(new CopyObjectCommand(copy))
  return { versionId: VersionId, checksum: CopyObjectResult?.ChecksumSHA256 }
}
