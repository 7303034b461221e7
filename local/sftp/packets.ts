/** SFTP version 3 (draft-ietf-secsh-filexfer-02), as far as a server needs it. */

export const statusCodes = {
  OK: 0,
  EOF: 1,
  NO_SUCH_FILE: 2,
  PERMISSION_DENIED: 3,
  FAILURE: 4,
  BAD_MESSAGE: 5,
  OP_UNSUPPORTED: 8,
} as const
export type StatusCode = keyof typeof statusCodes

export const openFlags = { READ: 1, WRITE: 2, APPEND: 4, CREATE: 8, TRUNCATE: 16, EXCLUSIVE: 32 } as const

/** Attributes in requests are left out: setting them does nothing here, as on Transfer Family. */
export type Request = { readonly id: number } & (
  | { readonly type: 'open'; readonly path: string; readonly flags: number }
  | { readonly type: 'close' | 'fstat' | 'readdir'; readonly handle: string }
  | { readonly type: 'read'; readonly handle: string; readonly offset: number; readonly length: number }
  | { readonly type: 'write'; readonly handle: string; readonly offset: number; readonly data: Uint8Array }
  | {
      readonly type: 'stat' | 'opendir' | 'remove' | 'mkdir' | 'rmdir' | 'realpath'
      readonly path: string
    }
  | { readonly type: 'setstat' | 'link' | 'extended' | 'malformed' }
  | { readonly type: 'rename'; readonly from: string; readonly to: string }
)

export type Attributes = {
  /** bytes */
  readonly size: number
  /** type and permission bits */
  readonly mode: number
  /** epoch milliseconds */
  readonly modifiedAt: number
}

export type NamedAttributes = { readonly name: string; readonly longName: string; readonly attributes: Attributes }

export type Reply =
  | { readonly type: 'status'; readonly code: StatusCode; readonly message: string }
  | { readonly type: 'handle'; readonly handle: string }
  | { readonly type: 'data'; readonly data: Uint8Array }
  | { readonly type: 'names'; readonly names: readonly NamedAttributes[] }
  | { readonly type: 'attributes'; readonly attributes: Attributes }

export const ok: Reply = { type: 'status', code: 'OK', message: 'OK' }
export const endOfFile: Reply = { type: 'status', code: 'EOF', message: 'End of file' }

export const refuse = (code: Exclude<StatusCode, 'OK' | 'EOF'>, message: string): Reply => ({
  type: 'status',
  code,
  message,
})

export const noSuchFile = refuse('NO_SUCH_FILE', 'No such file or directory')
