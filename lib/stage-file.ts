import { existsSync, readFileSync } from 'node:fs'
import * as v from 'valibot'
import { settingNames } from './settings.ts'

const FileSchema = v.record(v.string(), v.unknown())

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The settings that a stage keeps in its file; none without a file. */
export const readStageFile = (file: URL): Readonly<Record<string, unknown>> => {
  if (!existsSync(file)) return {}
  const result = v.safeParse(FileSchema, parse(readFileSync(file, 'utf8')))
  const name = file.pathname.split('/').slice(-2).join('/')
  if (!result.success) throw new Error(`${name} holds no JSON object of settings.`)
  const unknown = Object.keys(result.output).filter((key) => !settingNames.includes(key))
  if (unknown.length > 0)
    throw new Error(
      unknown.map((key) => `Setting ${key}: There is no such setting. docs/deploy.md lists them.`).join('\n'),
    )
  return result.output
}
