import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { jsonLog } from '../lambdas/runtime/log.ts'
import { openLogFile } from './log-file.ts'
import { readSettings } from './settings.ts'
import { startStack } from './stack.ts'
import { welcome } from './welcome.ts'

/** What went wrong in the words of whoever started it; anything else is ours to mend and keeps its stack. */
const sentenceOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  if (!('code' in error)) return error.message
  const port = 'port' in error ? String(error.port) : ''
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is taken. Stop what uses it, or set PORT, DASHBOARD_PORT or SFTP_PORT to another one.`
  if (error.code === 'EACCES')
    return `This needs a right that you do not have: ${error.message}. Set ROSTERPORT_DATA to a folder of yours.`
  if (error.code === 'EEXIST' || error.code === 'ENOTDIR')
    return `There is a file where the data folder should be: ${error.message}. Set ROSTERPORT_DATA to a folder.`
  return error.message
}

const start = async (): Promise<void> => {
  const settings = readSettings(process.env)
  mkdirSync(settings.dataFolder, { recursive: true, mode: 0o700 })
  const logFile = join(settings.dataFolder, 'rosterport.log')
  const write = openLogFile(logFile, (sentence) => process.stderr.write(sentence))
  const stack = await startStack(settings, jsonLog(write))
  process.stdout.write(welcome(stack, settings, logFile))
  const stop = () => {
    process.stdout.write('Stopping …\n')
    stack.close().then(() => process.exit(0))
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

start().catch((error: unknown) => {
  process.stderr.write(`Rosterport did not start. ${sentenceOf(error)}\n`)
  process.exit(1)
})
