// DynamoDB's emulator as a process of its own. Arguments: the data directory and the port (0: any free one).
import dynalite from 'dynalite'
import { exitCodes } from './exit-codes.ts'

const [path = '', port = '0'] = process.argv.slice(2)

process.once('uncaughtException', (error) => {
  const code = 'code' in error ? error.code : undefined
  // The emulator notices only at the first request that another process holds the data.
  const closed = code === 'LEVEL_DATABASE_NOT_OPEN' || error.message === 'Database is closed'
  if (closed) process.exit(exitCodes.dataInUse)
  if (code === 'EADDRINUSE') process.exit(exitCodes.portInUse)
  console.error(`The DynamoDB emulator stopped: ${error.stack}`)
  process.exit(exitCodes.crashed)
})

const server = dynalite({ path, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 })

process.once('SIGTERM', () => server.close(() => process.exit()))
// The parent has died: nobody else would stop this process, and its successor waits for the data.
process.once('disconnect', () => process.exit())
// Ctrl+C reaches every process of the terminal; the parent still needs its database while it stops.
process.on('SIGINT', () => undefined)

server.listen(Number(port), '127.0.0.1', () => process.send?.(server.address()))
