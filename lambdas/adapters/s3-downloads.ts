import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { attachment, type Downloads, downloadSeconds } from '#core/ports/downloads.ts'

/** Links that S3 itself answers: the bytes do not pass through a function. */
export const s3Downloads = ({ client, bucket }: { client: S3Client; bucket: string }): Downloads => ({
  linkTo: async ({ key, versionId }, name) => {
    const command = new GetObjectCommand({
      Bucket: bucket,
      Key: key,
      VersionId: versionId,
      ResponseContentDisposition: attachment(name),
      ResponseContentType: 'application/octet-stream',
    })
    const expiresAt = Date.now() + downloadSeconds * 1000
    return { url: await getSignedUrl(client, command, { expiresIn: downloadSeconds }), expiresAt }
  },
})
