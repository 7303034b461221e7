import * as v from 'valibot'

/** As ISO counts them: Monday first. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type Weekday = (typeof weekdays)[number]

const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))

const longestHours = 366 * 24

/** Hours after which a file that was due is late. */
const grace = v.pipe(
  v.number(),
  v.minValue(0),
  v.maxValue(longestHours),
  v.description('Hours after which what was due is late.'),
)

const time = v.pipe(
  v.string(),
  v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is no time of day; 02:30 is one'),
  v.description("Where the customer is, by the integration's time zone."),
)

const onWeekdays = v.pipe(v.array(v.picklist(weekdays)), v.minLength(1), v.readonly())

/**
 * When files of a dataset come. `hours`: so many hours after the last, of which only those of the weekdays count, where some are
 * named. `week`: on weekdays. `days`: so many days after the last. `month`: on a day of the month, or its last one, or the next
 * working day after that. Days off are left out everywhere.
 */
export const CadenceSchema = v.variant('every', [
  v.object({ every: v.literal('hours'), hours: whole(1, longestHours), weekdays: v.exactOptional(onWeekdays), grace }),
  v.object({ every: v.literal('week'), weekdays: onWeekdays, time, grace }),
  v.object({ every: v.literal('days'), days: whole(1, 366), time, grace }),
  v.object({ every: v.literal('month'), day: whole(1, 31), time, grace }),
])
export type Cadence = v.InferOutput<typeof CadenceSchema>

/** By which a cadence is counted: epoch ms become days of this zone, some of which are off. Days are `yyyy-MM-dd`. */
export type Place = { readonly timeZone: string; readonly isOff: (day: string) => boolean }
