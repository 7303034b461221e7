import { useState } from 'react'
import * as v from 'valibot'
import type { ModelView } from './models.ts'

const KeptSchema = v.pipe(v.string(), v.parseJson(), v.array(v.string()))

const keptUnder = ({ model }: ModelView): string => `rosterport-columns-${model}`

const readKept = (view: ModelView): readonly string[] => {
  const kept = v.safeParse(KeptSchema, window.localStorage.getItem(keptUnder(view)))
  return kept.success ? kept.output : view.columns.slice(0, view.shown)
}

/** The columns that somebody has chosen for a model, which the browser keeps. */
export const useColumns = (view: ModelView) => {
  const [chosen, setChosen] = useState<Readonly<Record<string, readonly string[]>>>({})
  const choose = (columns: readonly string[]): void => {
    window.localStorage.setItem(keptUnder(view), JSON.stringify(columns))
    setChosen({ ...chosen, [view.model]: columns })
  }
  return { columns: chosen[view.model] ?? readKept(view), choose }
}
