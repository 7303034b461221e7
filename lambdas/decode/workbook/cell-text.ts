import type { NumberKind } from './number-formats.ts'

const secondsOfDay = 86_400
/** The last day that Excel knows, 9999-12-31. */
const lastSerial = 2_958_466
const daysTo1904 = 1_462

const twoDigits = (number: number): string => String(number).padStart(2, '0')

/** `HH:mm`, with seconds if there are any. */
const timeText = (seconds: number): string => {
  const hours = twoDigits(Math.floor(seconds / 3_600))
  const minutes = twoDigits(Math.floor(seconds / 60) % 60)
  return seconds % 60 === 0 ? `${hours}:${minutes}` : `${hours}:${minutes}:${twoDigits(seconds % 60)}`
}

/** ISO 8601. Excel believes that there was a 29 February in 1900. */
const dateText = (serial: number): string => {
  const seconds = Math.round(serial * secondsOfDay)
  const days = Math.floor(seconds / secondsOfDay)
  const first = days < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30)
  const [day = ''] = new Date(first + days * secondsOfDay * 1_000).toISOString().split('T')
  const rest = seconds - days * secondsOfDay
  return rest === 0 ? day : `${day}T${timeText(rest)}`
}

/** As Excel shows it: 15 digits, no exponent where the number is whole. */
const numberText = (number: number): string => String(Number(number.toPrecision(15)))

/** The text of a number as its format means it: dates as ISO 8601, ids without a point. */
export const numberAsText = (written: string, shown: NumberKind, from1904: boolean): string => {
  const number = Number(written)
  if (written.trim() === '' || !Number.isFinite(number)) return written
  const serial = from1904 && shown.kind === 'date' ? number + daysTo1904 : number
  const isDay = serial >= 1 && serial < lastSerial
  if (shown.kind === 'date' && isDay) return dateText(serial)
  if (shown.kind === 'time' && serial >= 0 && serial < 1)
    return timeText(Math.round(serial * secondsOfDay) % secondsOfDay)
  if (shown.kind === 'time' && isDay) return dateText(serial)
  if (shown.kind === 'duration' && serial >= 0 && serial < lastSerial)
    return timeText(Math.round(serial * secondsOfDay))
  if (shown.kind === 'zeros' && Number.isInteger(number) && number >= 0)
    return numberText(number).padStart(shown.digits, '0')
  return numberText(number)
}
