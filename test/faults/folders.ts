import { join } from 'node:path'

/** Where the processes of a run keep what they share. */
export const folders = (folder: string) => ({
  files: join(folder, 'files'),
  queueFolder: join(folder, 'queues'),
  logFile: join(folder, 'log.ndjson'),
})

export const hashSecret = 'faults'
