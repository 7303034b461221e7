import { useQuery } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { failureOf } from '../api/failure.ts'
import { Busy } from '../ui/busy.tsx'
import { callerOf } from './call.ts'
import { ManageContext } from './manage.ts'
import { pageSettings } from './page-settings.ts'
import { router } from './router.ts'
import { Broken } from './sign-in/broken.tsx'
import { NoSignIn, UnreachableSignIn } from './sign-in/no-sign-in.tsx'
import type { Opening, Session } from './sign-in/session.ts'
import { SignInPage } from './sign-in/sign-in-page.tsx'
import { StayOut } from './sign-in/stay-out.tsx'

const Waiting = () => {
  const t = useTranslations('dashboard.shell')
  return (
    <div className="stage">
      <title>{t('title')}</title>
      <main>
        <Busy label={t('signIn.opening')} />
      </main>
    </div>
  )
}

/** Asks the server who this is before anything is shown: whoever is no member sees nothing else. */
const SignedIn = ({ session }: { readonly session: Session }) => {
  const call = useMemo(() => callerOf(session.token), [session])
  const { data: me, error, refetch } = useQuery({ queryKey: ['me'], queryFn: () => call('GET /manage/me') })
  const value = useMemo(() => me && { session, call, me }, [session, call, me])
  if (value)
    return (
      <ManageContext value={value}>
        <RouterProvider router={router} />
      </ManageContext>
    )
  if (!error) return <Waiting />
  return failureOf(error).status === 403 ? (
    <StayOut session={session} error={error} onRetry={() => refetch()} />
  ) : (
    <Broken onRetry={() => refetch()} />
  )
}

export const App = ({ opening }: { readonly opening: Opening | undefined }) => {
  const { signIn } = pageSettings
  if (signIn.kind === 'off') return <NoSignIn />
  if (signIn.kind === 'unreachable') return <UnreachableSignIn />
  if (opening?.kind === 'signed-in') return <SignedIn session={opening.session} />
  if (opening?.kind === 'signed-out' || opening?.kind === 'failed')
    return <SignInPage issuer={signIn} because={opening.kind} />
  return <Waiting />
}
