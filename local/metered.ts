import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as v from 'valibot'
import { type MetricName, metricsOf, type TableMetric } from '#core/deployment/metrics.ts'
import type { Log } from '../lambdas/runtime/log.ts'

type Add = (name: MetricName, value: number) => void

/** The same log, whose metrics are counted as well: what CloudWatch does with the lines of functions. */
export const countingLog =
  (log: Log, add: Add): Log =>
  (event, fields = {}) => {
    log(event, fields)
    for (const { name, value } of metricsOf(event, fields)) add(name, value)
  }

const SpentSchema = v.object({ CapacityUnits: v.optional(v.number(), 0) })
const OutputSchema = v.object({
  ConsumedCapacity: v.union([
    v.array(SpentSchema),
    v.pipe(
      SpentSchema,
      v.transform((each) => [each]),
    ),
  ]),
})

const kindOf = (command: string | undefined): TableMetric | undefined => {
  if (command === undefined) return undefined
  if (/^(?:Get|BatchGet|Query)/.test(command)) return 'ReadUnits'
  return /^(?:Put|Update|Delete|BatchWrite)/.test(command) ? 'WriteUnits' : undefined
}

/** Counts the units that the emulator says each request has consumed, as DynamoDB does by itself. */
export const countUnits = (client: DynamoDBClient, add: Add): void => {
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const kind = kindOf(commandName)
        if (!kind) return next(args)
        const result = await next({ ...args, input: { ReturnConsumedCapacity: 'TOTAL', ...args.input } })
        const { success, output } = v.safeParse(OutputSchema, result.output)
        if (success) for (const { CapacityUnits } of output.ConsumedCapacity) add(kind, CapacityUnits)
        return result
      },
    { step: 'initialize', name: 'countUnits' },
  )
}
