import { claimOf } from '#core/files/file-name.ts'

/** Clients also ask for the file that they are about to upload, and for their own temporary names. */
export const looksLikeFolder = (path: string): boolean => claimOf(path).kind === 'unclaimed' && !/\.\w+$/.test(path)
