import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Keeps a second process away from the data folder. The system lets go of it when this process ends, however that happens. */
export const lockData = (folder: string): { release(): void } => {
  const lock = new DatabaseSync(join(folder, 'lock.sqlite'))
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch {
    lock.close()
    throw new Error(`Another Rosterport uses ${folder}. Stop it, or set ROSTERPORT_DATA to another folder.`)
  }
  return { release: () => lock.close() }
}
