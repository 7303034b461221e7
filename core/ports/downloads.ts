import type { FileRef } from './file-store.ts'

/** Lets somebody fetch one version of one object, for a few minutes and without credentials of their own. */
export type Downloads = {
  /** `name` is what the file is saved as; `expiresAt` is epoch ms. */
  linkTo(ref: FileRef, name: string): Promise<{ readonly url: string; readonly expiresAt: number }>
}

export const downloadSeconds = 300

/** Browsers save it, whatever it holds. */
export const attachment = (name: string): string => `attachment; filename*=UTF-8''${encodeURIComponent(name)}`
