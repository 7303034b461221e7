import type { AttemptReason } from '#core/connect/attempt.ts'

const reasons: Readonly<Record<AttemptReason, string>> = {
  NO_KEY_OFFERED:
    'No SSH key was offered, perhaps a password instead. In your HR system, choose the login by public key and the private key that belongs to the key entered here.',
  UNKNOWN_KEY:
    'The user is right, but the key is not one of those entered here. Enter the public key that your HR system uses, or choose the other private key there.',
  WRONG_USER: 'The key is right, but the user is not. Copy the user from the connection details, letter by letter.',
  SIGNATURE_WEAK:
    'Your HR system signs with SHA-1, which is no longer safe. Update its SFTP client, or use an Ed25519 or ECDSA key.',
  SIGNATURE_INVALID: 'The private key in your HR system is damaged or belongs to another public key. Make a new pair.',
  WRONG_FOLDER: 'The folder does not exist. Set the remote folder to /, or leave it empty.',
  CONNECTION_LOST:
    'The connection broke before the file was whole. What arrived is not used: let your HR system upload it again.',
  RANDOM_ACCESS: 'Parts of the file were written out of order. Turn off resuming and uploads over several connections.',
}

export const live = {
  title: 'Waiting for your HR system',
  intro: 'Start the upload in your HR system now. This page shows at once what arrives, and why something does not.',
  looking: 'Looking …',
  waitingForLogin: 'Waiting for the first login',
  loggedIn: 'Logged in, {at}',
  waitingForFile: 'Waiting for the first file',
  fileArrived: 'First file arrived, {at}',
  reading: 'Reading the file',
  read: 'The file has been read',
  refused: 'A login was refused at {at}.',
  uploadFailed: 'An upload failed at {at}.',
  reasonUnknown: 'The reason is not known. Try again, and compare every line of the connection details.',
  client: 'Client: {client}',
  reasons,
  files: 'Files',
  manifest: 'a manifest, without data',
  states: {
    RECEIVED: 'received',
    ARCHIVED: 'received',
    QUEUED: 'not applied yet',
    ACCEPTED: 'applied',
    REFUSED: 'refused',
    SUPERSEDED: 'replaced by a newer one',
    EXCLUDED: 'taken back',
    UNPACKED: 'unpacked',
    IGNORED: 'not used',
    REJECTED: 'empty',
  },
  sample: 'No file yet?',
  sampleHelp:
    'Try an export by hand. It is only looked at, so that you see how it would be understood; nothing of it is applied.',
  drop: 'Drop a CSV, Excel or JSON file here.',
  choose: 'Choose file',
  noNeedToWait:
    'You need not wait here. Finish now, and everything goes on when the first file arrives. Your link leads back to this page.',
  upload: {
    sending: 'Sending {file}',
    progress: '{sent} of {all}',
    heard: '{percent} sent',
    cancel: 'Cancel the upload',
  },
}
