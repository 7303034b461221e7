import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

// One works, the others wait; a lock whose owner has died is nobody's.
const acquire = (path) => {
  mkdirSync(dirname(path), { recursive: true })
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  const owner = existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0
  if (owner > 0 && !isAlive(owner)) rmSync(path, { force: true })
  return false
}

const sleep = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)

/** Does what is not done yet, in one process at a time. */
export const underLock = (path, isDone, work) => {
  while (!isDone()) {
    if (!acquire(path)) {
      sleep(200)
      continue
    }
    const release = () => rmSync(path, { force: true })
    process.once('exit', release)
    if (!isDone()) work()
    release()
    process.off('exit', release)
  }
}
