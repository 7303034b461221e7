import type { SampleColumn } from './sample-column.ts'

/** What is assumed of numbers that have thousands or three decimal places, as nothing tells. */
export type NumberDoubt = 'thousandsAssumed' | 'decimalsAssumed'

type Told = { readonly decimal: '.' | ','; readonly doubt?: NumberDoubt }

const either = /^\D*\d{1,3}([.,])\d{3}\D*$/
const separated = /\d[.,]\d/

/**
 * The decimal sign of a column of which every separated number could be read both ways, such as `1.234`; undefined where any tells. Nobody
 * is paid to the third decimal place, and nobody works thousands of hours a week.
 */
export const eitherDecimal = (field: string, { values }: SampleColumn): Told | undefined => {
  const numbers = values.filter((value) => separated.test(value))
  const signs = new Set(numbers.map((value) => either.exec(value)?.[1]))
  const [sign] = signs
  if (signs.size !== 1 || (sign !== '.' && sign !== ',')) return undefined
  // Groups of thousands never begin with a zero.
  if (numbers.some((value) => /^\D*0/.test(value))) return { decimal: sign }
  if (field === 'pay_rate') return { decimal: sign === '.' ? ',' : '.', doubt: 'thousandsAssumed' }
  return { decimal: sign, doubt: 'decimalsAssumed' }
}
