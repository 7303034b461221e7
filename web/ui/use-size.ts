import { useFormatter } from 'use-intl'

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** Says how large something is, in bytes, as people do. */
export const useSize = () => {
  const format = useFormatter()
  return (bytes: number): string => {
    const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1)
    const unit = units[power] ?? 'byte'
    return format.number(bytes / 1000 ** power, {
      style: 'unit',
      unit,
      unitDisplay: power === 0 ? 'long' : 'short',
      maximumFractionDigits: 1,
    })
  }
}
