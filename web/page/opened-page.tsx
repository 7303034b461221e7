import { useQuery } from '@tanstack/react-query'
import { type ReactNode, Suspense, useEffect } from 'react'
import { failureOf } from '../api/failure.ts'
import type { LinkAnswer } from '../flow/api.ts'
import { Card } from '../flow/card.tsx'
import { connectionQuery } from '../flow/connection.ts'
import { leftOutBefore } from '../flow/data-points/checklist.ts'
import { FlowContext } from '../flow/flow-context.ts'
import { forgetLink } from '../flow/link.ts'
import { LinkProblem } from '../flow/link-problem.tsx'
import { useActivity } from '../flow/live/activity.ts'
import { Loading, Opening } from '../flow/opening.tsx'
import { OutsideHeading, PageHeading } from './page-heading.tsx'
import { goTo, usePlace } from './place.ts'
import { SectionLinks } from './section-links.tsx'
import { sectionNamed } from './sections.ts'
import { SignIn } from './sign-in.tsx'

type Props = { readonly link: LinkAnswer }

/** The way on of what the page shares with the flows leads back to the files. */
const contextOf = (link: LinkAnswer) => ({
  link,
  leftOut: new Set(leftOutBefore(link.models)),
  setLeftOut: () => undefined,
  goNext: () => goTo('files'),
  goBack: undefined,
  finish: undefined,
  isFinishing: false,
  finishError: null,
})

const isEnd = (error: Error | null): boolean => error !== null && failureOf(error).code === 'FLOW.SESSION_ENDED'

const SessionEnded = () => {
  useEffect(forgetLink, [])
  return (
    <Card heading={<OutsideHeading />}>
      <SignIn because="ended" />
    </Card>
  )
}

/** What goes on is asked for all the time, so that is where the end of the session is heard of. */
const UntilSessionEnds = ({ children }: { readonly children: ReactNode }) =>
  isEnd(useActivity().error) ? <SessionEnded /> : children

const Sections = ({ link }: Props) => {
  const { section, detail } = usePlace()
  const { id, View } = sectionNamed(section)
  return (
    <Card heading={<PageHeading link={link} />} steps={<SectionLinks current={id} />}>
      <main className="card-main page-main" key={`${id} ${detail}`}>
        <Suspense fallback={<Loading />}>
          <View detail={detail} />
        </Suspense>
      </main>
    </Card>
  )
}

export const OpenedPage = ({ link }: Props) => {
  const { data, error, refetch } = useQuery(connectionQuery(link.session))
  if (isEnd(error)) return <SessionEnded />
  if (!data) return <Card>{error ? <LinkProblem error={error} onRetry={() => refetch()} /> : <Opening />}</Card>
  return (
    <FlowContext value={contextOf(link)}>
      <UntilSessionEnds>
        <Sections link={link} />
      </UntilSessionEnds>
    </FlowContext>
  )
}
