/** Why a pasted text is not taken as a key, each with the sentence that says what to paste instead. */
export const publicKeyRefusals = {
  EMPTY: 'Paste an SSH public key: the one line in the file whose name ends in ".pub".',
  PRIVATE_KEY:
    'That is a private key, which must stay on your system: consider it exposed, make a new pair, and paste only the public key, from the file whose name ends in ".pub".',
  SEVERAL_KEYS: 'That is more than one key: paste one public key at a time.',
  DSA_KEY: 'DSA keys are no longer safe: make a new one with "ssh-keygen -t ed25519" and paste its public key.',
  SECURITY_KEY:
    'Keys of a FIDO security key ("sk-...") need a person at every login: make one with "ssh-keygen -t ed25519" and paste its public key.',
  CERTIFICATE:
    'That is an SSH certificate: paste the plain public key that it was made from, from the file whose name ends in ".pub" but not in "-cert.pub".',
  PGP_KEY: 'That is a PGP key: paste an SSH public key, which begins with "ssh-ed25519", "ssh-rsa" or "ecdsa-sha2-".',
  PEM_KEY:
    'That is PEM, not SSH form: if it is a public key, convert it with "ssh-keygen -i -m PKCS8 -f key.pem" and paste the line that prints.',
  FINGERPRINT:
    'That is only the fingerprint of a key: paste the public key itself, from the file whose name ends in ".pub".',
  RSA_TOO_SHORT:
    'That RSA key is shorter than 2048 bits and can be broken: make a new one with "ssh-keygen -t rsa -b 4096" and paste its public key.',
  RSA_TOO_LONG:
    'That RSA key is longer than the server accepts: make a new one with "ssh-keygen -t rsa -b 4096" and paste its public key.',
  TYPE_MISMATCH:
    'That key says it is of one type and is of another: copy the whole line again from the file whose name ends in ".pub".',
  CUT_SHORT: 'That key is cut short: copy the whole line again, to its end, from the file whose name ends in ".pub".',
  UNREADABLE:
    'That is not an SSH public key: paste the one line that begins with "ssh-ed25519", "ssh-rsa" or "ecdsa-sha2-", from the file whose name ends in ".pub".',
} as const

export type PublicKeyRefusal = keyof typeof publicKeyRefusals
