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

// The parent hangs up when it needs no database any more, or when it has died: its successor waits for the data.
process.once('disconnect', () => server.close(() => process.exit()))
// Ctrl+C and a stopped group of processes reach this one too, while the parent still needs its database to stop in order.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)

server.listen(Number(port), '127.0.0.1', () => process.send?.(server.address()))
