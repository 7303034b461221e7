import { type SampleColumn, share } from './sample-column.ts'

/** A time other than midnight, and the zone that it is in. */
const zonedTime = /[T ](?!00:00)\d{2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2})$/

const mostly = 0.5

/** Whether the days of a column have times in a zone: where a day begins at 22:00Z, what is written is the day before. */
export const hasZonedDays = ({ values }: SampleColumn): boolean =>
  values.length > 0 && share(values, (value) => zonedTime.test(value)) >= mostly
