import { useTranslations } from 'use-intl'
import { failureOf } from '../api/failure.ts'
import { Notice } from './notice.tsx'

type Kind = 'unreachable' | 'session' | 'finished' | 'busy' | 'noKey' | 'changed' | 'fileMissing' | 'notPermitted'

const kinds: Readonly<Record<string, Kind>> = {
  UNREACHABLE: 'unreachable',
  NO_KEY: 'noKey',
  'FLOW.SESSION_ENDED': 'session',
  'FLOW.LINK_FINISHED': 'finished',
  'FLOW.CHANGED_MEANWHILE': 'changed',
  'FLOW.FILE_MISSING': 'fileMissing',
  'FLOW.NOT_PERMITTED': 'notPermitted',
  'PLATFORM.RATE_LIMIT_EXCEEDED': 'busy',
}

/** What went wrong with a request, in the customer's language. */
export const FailureNotice = ({ error }: { readonly error: Error }) => {
  const t = useTranslations('shell.failures')
  const { code, message } = failureOf(error)
  const kind = kinds[code]
  if (kind) return <Notice kind="bad">{t(kind)}</Notice>
  return <Notice kind="bad">{code === 'PLATFORM.INPUT_INVALID' ? t('refused', { message }) : t('unknown')}</Notice>
}
