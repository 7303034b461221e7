import { useFormatter, useNow } from 'use-intl'

const minuteMs = 60_000

type Props = {
  /** ISO 8601. */
  readonly at: string
}

/** How long ago something was, or when it will be; the exact time in the reader's zone on hover and for screen readers. */
export const Moment = ({ at }: Props) => {
  const format = useFormatter()
  const now = useNow({ updateInterval: minuteMs })
  const date = new Date(at)
  const exact = format.dateTime(date, { dateStyle: 'medium', timeStyle: 'long' })
  return (
    <time dateTime={at} title={exact} className="moment">
      <span aria-hidden="true">{format.relativeTime(date, now)}</span>
      <span className="hidden">{exact}</span>
    </time>
  )
}
