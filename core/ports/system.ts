/** Epoch milliseconds. */
export type Clock = () => number

/** `count` unpredictable bytes. */
export type Random = (count: number) => Uint8Array

/** A keyed one-way function (HMAC-SHA256 under the deployment's secret), 32 bytes. */
export type KeyedHash = (text: string) => Uint8Array

/** A one-way function (SHA-256), lower-case hexadecimal. */
export type ContentHash = (text: string) => string

/** Whether two texts are the same, in a time that does not tell where they differ. */
export type ConstantTimeEqual = (a: string, b: string) => boolean

/** Time, chance and the deployment's secret. */
export type System = {
  readonly clock: Clock
  readonly random: Random
  readonly hash: KeyedHash
  readonly equal: ConstantTimeEqual
}
