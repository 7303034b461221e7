import { createContext, useContext } from 'react'
import { failed } from '../api/failure.ts'
import type { LinkAnswer } from './api.ts'
import { callFlow } from './api.ts'

type FlowContextValue = {
  readonly link: LinkAnswer
  /** Data points that the customer does not share. */
  readonly leftOut: ReadonlySet<string>
  readonly setLeftOut: (points: ReadonlySet<string>) => void
  readonly goNext: () => void
  /** undefined on the first step. */
  readonly goBack: (() => void) | undefined
  /** Ends the flow; undefined while there is nothing to end. */
  readonly finish: (() => void) | undefined
  readonly isFinishing: boolean
  readonly finishError: Error | null
}

export const FlowContext = createContext<FlowContextValue | undefined>(undefined)

/** Where the customer stands, for the steps. */
export const useFlow = (): FlowContextValue => {
  const value = useContext(FlowContext)
  if (!value) throw failed({ code: 'UNKNOWN', message: 'A step is shown outside of the flow.' })
  return value
}

/** Calls the flow's backend in the session of this link. */
export const useCall = () => {
  const { session } = useFlow().link
  const call: typeof callFlow = (route, options) => callFlow(route, { ...options, session })
  return call
}
