import { useFormatter, useTranslations } from 'use-intl'
import { Busy } from '../../ui/busy.tsx'
import { CheckIcon } from '../../ui/icons.tsx'
import type { Activity } from '../api.ts'

type MilestoneProps = { readonly done: string | undefined; readonly waiting: string; readonly isNext: boolean }

const Milestone = ({ done, waiting, isNext }: MilestoneProps) => (
  <li data-done={done !== undefined || undefined}>
    {done !== undefined && (
      <span className="with-icon">
        <CheckIcon />
        {done}
      </span>
    )}
    {done === undefined && (isNext ? <Busy label={waiting} /> : <span className="muted">{waiting}</span>)}
  </li>
)

/** Login, file, reading: what has happened and what is waited for. */
export const Milestones = ({ activity }: { readonly activity: Activity }) => {
  const t = useTranslations('live')
  const format = useFormatter()
  const time = (moment: string | null): string | undefined =>
    moment === null ? undefined : format.dateTime(new Date(moment), { dateStyle: 'medium', timeStyle: 'short' })
  const { first_login_at, first_file_at, syncing, files } = activity
  const [login, file] = [time(first_login_at), time(first_file_at)]
  const isRead =
    file !== undefined && !syncing && files.every(({ state }) => state !== 'RECEIVED' && state !== 'ARCHIVED')
  return (
    <ol className="milestones" aria-live="polite">
      <Milestone done={login && t('loggedIn', { at: login })} waiting={t('waitingForLogin')} isNext />
      <Milestone
        done={file && t('fileArrived', { at: file })}
        waiting={t('waitingForFile')}
        isNext={login !== undefined}
      />
      <Milestone done={isRead ? t('read') : undefined} waiting={t('reading')} isNext={file !== undefined} />
    </ol>
  )
}
