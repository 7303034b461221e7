import * as v from 'valibot'

/** Why an attempt to connect or to upload failed, each with a sentence for the customer's admin. */
export const attemptReasons = {
  NO_KEY_OFFERED:
    'The HR system offered no SSH key, perhaps a password instead. Choose "public key" as the way to log in, and the private key that belongs to the public key entered here.',
  UNKNOWN_KEY:
    'The user name is right, but the key is not one of those entered here. Enter the public key that the HR system uses, or choose the other private key there.',
  WRONG_USER:
    'The key is right, but the user name is not. Copy the user name from the connection sheet, in lower and upper case as it stands there.',
  SIGNATURE_WEAK:
    'The HR system signs with SHA-1, which is no longer safe. Update its SFTP client, or use an Ed25519 or ECDSA key.',
  SIGNATURE_INVALID:
    'The signature did not fit the key: the private key in the HR system is damaged or belongs to another public key. Make a new pair.',
  WRONG_FOLDER:
    'The HR system looked for a folder that does not exist. Set the remote folder to "/", or leave it empty.',
  CONNECTION_LOST:
    'The connection broke before the file was whole; what arrived is not used. Let the HR system upload it again.',
  RANDOM_ACCESS:
    'The client wrote parts of the file out of order, which the server does not take. Turn off resuming and uploading over several connections.',
} as const

export type AttemptReason = keyof typeof attemptReasons

export const AttemptReasonSchema = v.picklist([
  'NO_KEY_OFFERED',
  'UNKNOWN_KEY',
  'WRONG_USER',
  'SIGNATURE_WEAK',
  'SIGNATURE_INVALID',
  'WRONG_FOLDER',
  'CONNECTION_LOST',
  'RANDOM_ACCESS',
] as const satisfies readonly AttemptReason[])
