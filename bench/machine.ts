import { createRequire } from 'node:module'
import { availableParallelism, cpus, totalmem } from 'node:os'
import * as v from 'valibot'

export const round = (value: number, digits = 3): number => Number(value.toFixed(digits))

export const versionOf = (name: string): string => {
  const manifest: unknown = createRequire(import.meta.url)(`${name}/package.json`)
  return v.parse(v.object({ version: v.string() }), manifest).version
}

export const machine = (): string =>
  `${cpus()[0]?.model ?? 'unknown'}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${process.arch}`
