import { apiClient } from './client.ts'
import { datasetOption, type OptionName, type Options, required } from './options.ts'

export type Command = {
  /** The options it understands. */
  readonly takes: readonly OptionName[]
  /** What stands after its name, for example "file"; nothing may where this is missing. */
  readonly argument?: string
  readonly isArgumentOptional?: true
  readonly run: (options: Options, argument: string) => Promise<unknown>
}

export const api = () => apiClient(process.env)
export const integrationOf = (options: Options) => required(options, 'integration')
export const datasetOf = (options: Options) => datasetOption(options) ?? 'employees'
