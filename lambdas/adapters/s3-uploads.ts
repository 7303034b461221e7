import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { type Uploads, uploadSeconds } from '#core/ports/uploads.ts'

const contentType = 'application/octet-stream'

/** Addresses that S3 itself takes the bytes at. The signature covers their number, so that no other size is taken. */
export const s3Uploads = ({ client, bucket }: { client: S3Client; bucket: string }): Uploads => ({
  linkTo: async (key, size) => {
    const command = new PutObjectCommand({ Bucket: bucket, Key: key, ContentLength: size, ContentType: contentType })
    const expiresAt = Date.now() + uploadSeconds * 1000
    const signableHeaders = new Set(['content-length', 'content-type', 'host'])
    const url = await getSignedUrl(client, command, { expiresIn: uploadSeconds, signableHeaders })
    return { url, headers: { 'content-type': contentType }, expiresAt }
  },
})
