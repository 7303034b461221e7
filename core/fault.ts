/** Every fault code. A fault is something the caller cannot expect; `docs/errors.md` has a line for each. */
export const faultCodes = {
  ENVIRONMENT_INVALID: 'A function was started with missing or wrong environment variables.',
  CONTROL_DOCUMENT_INVALID: 'A document in the control table does not have the shape this version writes.',
  RECORD_INVALID: 'An item of the records table does not have the shape this version writes.',
  MANIFEST_UNREADABLE: 'A committed manifest is missing or damaged.',
  CHUNK_UNREADABLE: 'A piece of a large file, or what was told of it, is damaged or of another release.',
  LEASE_LOST: 'The writer ran past its lease while it still had work to write.',
  WRITE_INCOMPLETE: 'The records table did not accept all writes before the deadline.',
  ARCHIVE_OBJECT_MISSING: 'A file that the control table names is not in the archive.',
  MESSAGE_INVALID: 'A queue delivered a message that does not parse.',
  SFTP_USER_FAILED: 'The SFTP service did not accept a user change.',
  STORE_CONTENDED: 'A control document changed under every attempt to update it.',
} as const

export type FaultCode = keyof typeof faultCodes

/** A fault: thrown once, with a stable code, and caught once, at the handler. Its detail never holds row contents. */
export class Fault extends Error {
  readonly code: FaultCode

  constructor(code: FaultCode, detail: string, options?: ErrorOptions) {
    super(`${code}: ${detail}`, options)
    this.name = 'Fault'
    this.code = code
  }
}
