import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Busy } from '../../ui/busy.tsx'
import { FailureNotice } from '../failure-notice.tsx'

type Props<Data> = {
  readonly query: { readonly data: Data | undefined; readonly error: Error | null; readonly refetch: () => unknown }
  readonly children: (data: Data) => ReactNode
}

/** What is shown once it is there; what was there before stays while asking again fails. */
export const Loaded = <Data,>({ query: { data, error, refetch }, children }: Props<Data>) => {
  const t = useTranslations('dashboard.parts')
  return (
    <>
      {error && <FailureNotice error={error} onRetry={refetch} />}
      {data !== undefined && children(data)}
      {data === undefined && !error && <Busy label={t('loading')} />}
    </>
  )
}
