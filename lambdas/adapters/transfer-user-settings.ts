import type { DescribedUser } from '@aws-sdk/client-transfer'

export type UserHome = {
  /** The landing bucket's name. */
  readonly bucket: string
  /** The role behind every user; what a user may do is what this role and the user's own policy both allow. */
  readonly roleArn: string
}

/**
 * Narrows the role to the user's own folder. Written out for each user, because the variables for it do not work with
 * logical homes. The role says which KMS key: this policy only has to let its use through.
 */
const scopeDownPolicy = ({ bucket, roleArn }: UserHome, name: string): string => {
  const [, partition] = roleArn.split(':')
  const bucketArn = `arn:${partition}:s3:::${bucket}`
  const objectActions = ['PutObject', 'GetObject', 'GetObjectVersion', 'DeleteObject', 'DeleteObjectVersion']
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: 's3:ListBucket',
        Resource: bucketArn,
        Condition: { StringLike: { 's3:prefix': [name, `${name}/*`] } },
      },
      { Effect: 'Allow', Action: objectActions.map((action) => `s3:${action}`), Resource: `${bucketArn}/${name}/*` },
      { Effect: 'Allow', Action: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'], Resource: '*' },
    ],
  })
}

/** All of a user but its keys: the folder as its root, with no way out. */
export const userSettings = (home: UserHome, name: string) => ({
  Role: home.roleArn,
  HomeDirectoryType: 'LOGICAL' as const,
  // A slash at the end of the target would show as a failed login.
  HomeDirectoryMappings: [{ Entry: '/', Target: `/${home.bucket}/${name}` }],
  Policy: scopeDownPolicy(home, name),
})

export const hasSettings = (user: DescribedUser, settings: ReturnType<typeof userSettings>): boolean => {
  const [mapping, ...more] = user.HomeDirectoryMappings ?? []
  const [wanted] = settings.HomeDirectoryMappings
  return (
    user.Role === settings.Role &&
    user.HomeDirectoryType === settings.HomeDirectoryType &&
    user.Policy === settings.Policy &&
    mapping?.Entry === wanted?.Entry &&
    mapping?.Target === wanted?.Target &&
    more.length === 0
  )
}
