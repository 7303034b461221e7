import * as v from 'valibot'
import { type Cadence, CadenceSchema } from '#core/cadence/cadence.ts'
import { CalendarSchema } from '#core/cadence/calendar.ts'
import type { Dataset } from '#core/files/datasets.ts'
import { type ApiClient, CommandError } from './client.ts'
import { readLocal } from './local-file.ts'
import { integrationPath } from './pages.ts'

const SettingsSchema = v.looseObject({ calendar: v.unknown(), expected_files: v.array(v.unknown()) })

const parsed = <Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  what: string,
): v.InferOutput<Schema> => {
  const result = v.safeParse(schema, value)
  if (result.success) return result.output
  const problems = result.issues.map((problem) => `${v.getDotPath(problem) ?? 'it'}: ${problem.message}`)
  throw new CommandError(`${what} ${problems.join('; ')}`)
}

const readJson = async (path: string): Promise<unknown> =>
  parsed(v.pipe(v.string(), v.parseJson()), await readLocal(path), `${path} is no JSON.`)

const isFile = (text: string): boolean => text.endsWith('.json')

/** A number of hours, or when as a file says, `learned` or `none`. */
const cadenceIn = async (text: string): Promise<Cadence | 'learned' | 'none'> => {
  if (text === 'learned' || text === 'none') return text
  if (isFile(text)) return parsed(CadenceSchema, await readJson(text), `${text} holds no cadence.`)
  const hours = Number(text)
  if (!Number.isInteger(hours))
    throw new CommandError(
      `"${text}" must be a whole number of hours, a file.json with a cadence, "learned" or "none".`,
    )
  return { every: 'hours', hours, grace: Math.max(1, hours / 10) }
}

const show = ({ expected_files, calendar }: v.InferOutput<typeof SettingsSchema>) => ({ expected_files, calendar })

const change = async (api: ApiClient, integrationId: string, body: object) =>
  show(await api('PATCH', integrationPath(integrationId), SettingsSchema, { body }))

/** `expect --integration ID [WHEN]`: when files of a dataset are to come; without WHEN, when they are expected and which is late. */
export const expectCommand = async (api: ApiClient, integrationId: string, dataset: Dataset, when: string) =>
  when === ''
    ? show(await api('GET', integrationPath(integrationId), SettingsSchema))
    : change(api, integrationId, { cadences: { [dataset]: await cadenceIn(when) } })

/** `calendar --integration ID WHERE`: on which days no file is expected: those of DE, of DE-BY, of a file, or none. */
export const calendarCommand = async (api: ApiClient, integrationId: string, where: string) => {
  const [country = '', region = null] = where.split('-')
  const named = where === 'none' ? {} : { country, region }
  const calendar = isFile(where) ? await readJson(where) : named
  return change(api, integrationId, { calendar: parsed(CalendarSchema, calendar, `"${where}" names no days off.`) })
}
