import { TransferClient } from '@aws-sdk/client-transfer'
import * as v from 'valibot'
import { understandEmulator } from '../../../local/emulated-transfer.ts'
import { lambdaContext } from '../../../local/lambda-context.ts'

// A function in a process of its own, with the variables of the template and no others: what Lambda does.

const CallSchema = v.object({ id: v.number(), event: v.unknown() })
const [path = '', name = ''] = process.argv.slice(2)
const timeoutSeconds = 60

// The handler makes its own client, which does not know what the emulator calls a missing user.
const { send } = TransferClient.prototype
const understood = new WeakSet<TransferClient>()
TransferClient.prototype.send = function (this: TransferClient, ...args: Parameters<typeof send>) {
  if (!understood.has(this)) understandEmulator(this)
  understood.add(this)
  return send.apply(this, args)
} as typeof send

const { handler }: { handler: (event: unknown, context: unknown) => Promise<unknown> } = await import(path)

process.on('message', async (message) => {
  const { id, event } = v.parse(CallSchema, message)
  const context = lambdaContext(name, timeoutSeconds)
  try {
    process.send?.({ id, result: (await handler(event, context)) ?? null })
  } catch (error) {
    process.send?.({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
process.on('disconnect', () => process.exit())
process.send?.({ ready: true })
