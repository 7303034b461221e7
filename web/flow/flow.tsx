import { useMutation, useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import * as v from 'valibot'
import type { LinkAnswer } from './api.ts'
import { callFlow } from './api.ts'
import { Card } from './card.tsx'
import { connectionQuery } from './connection.ts'
import { leftOutBefore } from './data-points/checklist.ts'
import { Ended } from './ended.tsx'
import { FlowContext } from './flow-context.ts'
import { Heading } from './heading.tsx'
import { keep, kept } from './kept.ts'
import { LinkProblem } from './link-problem.tsx'
import { Loading, Opening } from './opening.tsx'
import { tellParent } from './parent.ts'
import { Progress } from './progress.tsx'
import { setupQuery } from './setup/setup.ts'
import { type Facts, firstStep, shownSteps } from './steps.ts'

type Props = { readonly link: LinkAnswer }

/** The steps of a link that is open. */
export const Flow = ({ link }: Props) => {
  const connection = useQuery(connectionQuery(link.session))
  const setup = useQuery(setupQuery(link.session, connection.data))
  if (connection.data && !setup.isLoading && !setup.error)
    return <Steps facts={{ link, connection: connection.data, setup: setup.data }} />
  const { error, refetch } = connection.error ? connection : setup
  return <Card>{error ? <LinkProblem error={error} onRetry={() => refetch()} /> : <Opening />}</Card>
}

/** Which step is shown; a reload comes back to it. */
const useStep = (facts: Facts) => {
  const shown = shownSteps(facts)
  const [wanted, setWanted] = useState(() => kept('step', v.string()) ?? firstStep(facts))
  const go = (id: string): void => {
    keep('step', id)
    setWanted(id)
  }
  const positionOf = (id: string | undefined): number => shown.findIndex((step) => step.id === id && step.isOpen(facts))
  const found = positionOf(wanted)
  // A step goes away when it turns out that there is nothing to choose in it.
  return { shown, position: Math.max(found < 0 ? positionOf(firstStep(facts)) : found, 0), go }
}

/** What is not shared, kept over a reload until it is sent with a key. */
const useLeftOut = ({ models }: LinkAnswer) => {
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(
    () => new Set(kept('leftOut', v.array(v.string())) ?? leftOutBefore(models)),
  )
  const change = (points: ReadonlySet<string>): void => {
    keep('leftOut', [...points])
    setLeftOut(points)
  }
  return { leftOut, setLeftOut: change }
}

const Steps = ({ facts }: { readonly facts: Facts }) => {
  const { link } = facts
  const { shown, position, go } = useStep(facts)
  const choice = useLeftOut(link)
  const finish = useMutation({
    mutationFn: () => callFlow('POST /flow/finish', { session: link.session }),
    onSuccess: (data) => tellParent({ type: 'success', data }),
  })
  const [before, step, after] = [shown[position - 1], shown[position], shown[position + 1]]
  const heading = <Heading link={link} />
  if (finish.isSuccess || !step)
    return (
      <Card heading={heading}>
        <Ended link={link} />
      </Card>
    )
  const context = {
    link,
    ...choice,
    goNext: () => (after ? go(after.id) : finish.mutate()),
    goBack: before && (() => go(before.id)),
    finish: step.canFinish ? () => finish.mutate() : undefined,
    isFinishing: finish.isPending,
    finishError: finish.error,
  }
  return (
    <FlowContext value={context}>
      <Card heading={heading} steps={<Progress facts={facts} shown={shown} current={step.id} onGo={go} />}>
        <main className="card-main" key={step.id}>
          <Suspense fallback={<Loading />}>
            <step.View />
          </Suspense>
        </main>
      </Card>
    </FlowContext>
  )
}
