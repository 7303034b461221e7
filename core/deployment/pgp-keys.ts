import * as v from 'valibot'

const armour = (kind: 'PRIVATE' | 'PUBLIC') => v.pipe(v.string(), v.startsWith(`-----BEGIN PGP ${kind} KEY BLOCK-----`))

const PgpKeySchema = v.object({
  privateKey: armour('PRIVATE'),
  publicKey: armour('PUBLIC'),
  /** 40 hexadecimal digits, upper case. */
  fingerprint: v.string(),
  /** epoch ms */
  createdAt: v.number(),
})
export type PgpKey = Readonly<v.InferOutput<typeof PgpKeySchema>>

/** The keys that files may be encrypted for, newest first, as their secret holds them in JSON. Customers are shown the first. */
export const PgpKeysSchema = v.array(PgpKeySchema)
export type PgpKeys = readonly PgpKey[]
