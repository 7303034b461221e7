import type { Edition } from './generate.ts'

/** One thing to measure: a pass over one of the generated files. */
export type Variant = {
  readonly pass: 'parse-only' | 'reading' | 'sync' | 'stray-quote' | 'cut' | 'tell' | 'merge'
  readonly edition: Edition
  /** Whether the pass compares with the manifest of the `base` edition. */
  readonly againstManifest: boolean
  readonly title: string
}

export const variants = {
  parseOnly: { pass: 'parse-only', edition: 'base', againstManifest: false, title: 'fast-csv parse only' },
  reading: { pass: 'reading', edition: 'base', againstManifest: false, title: 'reading only' },
  firstLoad: { pass: 'sync', edition: 'base', againstManifest: false, title: 'first load' },
  unchanged: { pass: 'sync', edition: 'base', againstManifest: true, title: 'unchanged' },
  onePercent: { pass: 'sync', edition: 'onePercent', againstManifest: true, title: 'one percent changed' },
  volatile: { pass: 'sync', edition: 'volatile', againstManifest: true, title: 'volatile unmapped column' },
} as const satisfies Readonly<Record<string, Variant>>

export type VariantName = keyof typeof variants

/** A value for each variant. */
export type PerVariant<Value> = Readonly<Record<VariantName, Value>>

export const variantNames = [
  'parseOnly',
  'reading',
  'firstLoad',
  'unchanged',
  'onePercent',
  'volatile',
] as const satisfies readonly VariantName[]
