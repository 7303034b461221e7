import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { type Dataset, DatasetSchema, datasets } from '#core/files/datasets.ts'
import { type PartialDialect, PartialDialectSchema } from '#core/mapping/dialect.ts'
import { CommandError } from './client.ts'
import { usage } from './usage.ts'

const options = {
  link: { type: 'string' },
  'public-key': { type: 'string' },
  integration: { type: 'string' },
  mapping: { type: 'string' },
  dataset: { type: 'string' },
  dialect: { type: 'string' },
  against: { type: 'string' },
  reason: { type: 'string' },
  removals: { type: 'string' },
  set: { type: 'string' },
  id: { type: 'string', multiple: true },
  pair: { type: 'string', multiple: true },
  by: { type: 'string' },
  keep: { type: 'string' },
  'remote-id': { type: 'string' },
  file: { type: 'string' },
  share: { type: 'string' },
  records: { type: 'string' },
  wait: { type: 'boolean' },
  verify: { type: 'boolean' },
  all: { type: 'boolean' },
  timeout: { type: 'string' },
  table: { type: 'string' },
  secret: { type: 'string' },
  name: { type: 'string' },
  webhook: { type: 'string' },
  allow: { type: 'string', multiple: true },
  help: { type: 'boolean' },
} as const

export type OptionName = Exclude<keyof typeof options, 'help'>

export const readArguments = () => {
  try {
    return parseArgs({ allowPositionals: true, options })
  } catch (error) {
    throw new CommandError(`${error instanceof Error ? error.message : 'Unknown option.'}\n\n${usage}`)
  }
}

export type Options = ReturnType<typeof readArguments>['values']

export const required = (
  values: Options,
  name: 'link' | 'public-key' | 'integration' | 'name' | 'table' | 'secret' | 'webhook' | 'reason',
): string => {
  const value = values[name]
  if (value === undefined) throw new CommandError(`--${name} is missing.\n\n${usage}`)
  return value
}

export const datasetOption = ({ dataset }: Options): Dataset | undefined => {
  if (dataset === undefined) return undefined
  const parsed = v.safeParse(DatasetSchema, dataset)
  if (!parsed.success) throw new CommandError(`--dataset is "${dataset}"; it must be one of ${datasets.join(', ')}.`)
  return parsed.output
}

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** How a file is read, as a mapping says it. */
export const dialectOption = ({ dialect }: Options): PartialDialect | undefined => {
  if (dialect === undefined) return undefined
  const parsed = v.safeParse(PartialDialectSchema, parsedJson(dialect))
  if (!parsed.success)
    throw new CommandError(`--dialect is "${dialect}"; it must be what a mapping says, such as '{"delimiter":";"}'.`)
  return parsed.output
}

const defaultWaitSeconds = 600

export const secondsOption = ({ timeout }: Options): number => {
  const seconds = Number(timeout ?? defaultWaitSeconds)
  if (!(seconds > 0)) throw new CommandError(`--timeout is "${timeout}"; it must be a number of seconds.`)
  return seconds
}

export const waitOption = (options: Options): number | undefined => {
  const seconds = secondsOption(options)
  return options.wait ? seconds : undefined
}
