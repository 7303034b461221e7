import type { PublicKeyRefusal } from '#core/connect/public-key-refusals.ts'

const refusals: Readonly<Record<PublicKeyRefusal, string>> = {
  EMPTY: 'Paste a public key: the one line in the file whose name ends in “.pub”.',
  PRIVATE_KEY:
    'That is a private key. It was not sent anywhere and has been removed from this page. Paste the public key instead, from the file whose name ends in “.pub”.',
  SEVERAL_KEYS: 'That is more than one key: paste one at a time.',
  DSA_KEY: 'DSA keys are no longer safe. Make a new key of the type Ed25519.',
  SECURITY_KEY: 'A key on a security token needs a person at every login. Make a plain Ed25519 key instead.',
  CERTIFICATE: 'That is an SSH certificate. Paste the plain public key that it was made from.',
  PGP_KEY: 'That is a PGP key. An SSH public key begins with ssh-ed25519, ssh-rsa or ecdsa-sha2-.',
  PEM_KEY:
    'That is a key in PEM form. Convert it with “ssh-keygen -i -m PKCS8 -f key.pem” and paste the line that prints.',
  FINGERPRINT: 'That is only the fingerprint of a key. Paste the key itself.',
  RSA_TOO_SHORT: 'That RSA key is shorter than 2048 bits and can be broken. Make a new one with 4096 bits.',
  RSA_TOO_LONG: 'That RSA key is longer than the server accepts. Make a new one with 4096 bits.',
  TYPE_MISMATCH: 'That key says it is of one type and is of another. Copy the whole line again.',
  CUT_SHORT: 'That key is cut short. Copy the whole line again, to its end.',
  UNREADABLE: 'That is not an SSH public key. It is one line that begins with ssh-ed25519, ssh-rsa or ecdsa-sha2-.',
}

export const keys = {
  title: 'A key instead of a password',
  intro:
    'Your HR system logs in with an SSH key pair. It keeps the private key; here you enter the public key. If your IT or your HR system has given you one, paste it. If not, make a pair here.',
  list: 'Keys',
  bits: '{bits} bits',
  new: 'new',
  addedAt: 'added on {date}',
  remove: 'Remove',
  removeThis: 'Remove the key {fingerprint}',
  rotation:
    'To change keys without a gap, add the new key, switch your HR system over, and then remove the old one. Until then both work.',
  ways: 'How to enter a key',
  another: 'Add another key',
  have: 'I have a public key',
  makeHere: 'Make a pair here',
  paste: 'Public key',
  pasteHelp: 'In the form of OpenSSH, of RFC 4716 (SSH2), or as PuTTY saves it.',
  drop: 'Or drop the file here.',
  chooseFile: 'Choose file',
  makeHelp:
    'Your browser makes an Ed25519 pair. The private key is saved as a file on this computer and never leaves it; only the public key is sent. Give the file to whoever sets up the upload in your HR system.',
  make: 'Make a key pair',
  made: 'The private key was saved as {file}. Nobody can give it to you a second time, so keep it safe. The public key is in the list.',
  saveAgain: 'Save private key again',
  cannotMake: 'This browser cannot make such a key. Use a newer one, or this command on any computer:',
  connect: 'Create the connection',
  refusals,
}
