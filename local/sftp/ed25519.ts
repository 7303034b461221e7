import ssh2 from 'ssh2'

/** A key pair as text: OpenSSH's private format, and the line of a `.pub` file. */
export type KeyPair = { readonly private: string; readonly public: string }

/** Type and key with their lengths: 4 + 11 + 4 + 32. */
const blobBytes = 51

const isWhole = ({ public: line }: KeyPair): boolean =>
  Buffer.from(line.split(' ')[1] ?? '', 'base64').length === blobBytes

/** A new Ed25519 pair. ssh2 drops a leading zero of the key, so that one pair in 256 works nowhere: those are made again. */
export const newEd25519Pair = (): KeyPair => {
  for (;;) {
    const pair = ssh2.utils.generateKeyPairSync('ed25519')
    if (isWhole(pair)) return pair
  }
}
