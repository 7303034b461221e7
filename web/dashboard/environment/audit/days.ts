/** When a day begins where the reader is, as the API wants it. */
export const dayBegin = (day: string | undefined): string | undefined =>
  day === undefined ? undefined : new Date(`${day}T00:00:00`).toISOString()

/** When it is over; the day may have 23 or 25 hours. */
export const dayAfter = (day: string | undefined): string | undefined => {
  if (day === undefined) return undefined
  const date = new Date(`${day}T00:00:00`)
  date.setDate(date.getDate() + 1)
  return date.toISOString()
}
