import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import * as v from 'valibot'
import type { Dataset } from '#core/files/datasets.ts'
import { Busy } from '../../ui/busy.tsx'
import { StepTitle } from '../../ui/step-title.tsx'
import { useUnderstanding } from '../file/understanding.ts'
import { useFlow } from '../flow-context.ts'
import { kept } from '../kept.ts'
import { useActivity } from '../live/activity.ts'
import { Sample } from '../live/sample.tsx'
import { DatasetChoice } from '../setup/dataset-choice.tsx'
import { DatasetMapping } from '../setup/dataset-mapping.tsx'
import { NoFileYet } from '../setup/no-file-yet.tsx'
import { useSetup } from '../setup/setup.ts'
import { StepActions } from '../step-actions.tsx'

type Place = { readonly dataset: Dataset; readonly sample: string | undefined; readonly isApproved: boolean }

/** The datasets with a file; before the first one that of the sample. */
const usePlaces = (): readonly Place[] | undefined => {
  const setup = useSetup()
  const activity = useActivity().data
  const files = setup?.datasets.filter(({ file_name }) => file_name !== null)
  const sample = kept('sample', v.string())
  const isSampled = files?.length === 0 && sample !== undefined
  const sampled = useUnderstanding(isSampled ? activity : undefined).data
  if (!files || !activity) return undefined
  if (files.length > 0)
    return files.map(({ dataset, latest, approved }) => ({
      dataset,
      sample: undefined,
      isApproved: approved > 0 && approved === latest,
    }))
  if (sample === undefined) return []
  return sampled ? [{ dataset: sampled.dataset, sample, isApproved: false }] : undefined
}

/** Which columns become which fields, file by file. */
export const FileMappingStep = () => {
  const t = useTranslations('setup.mapping')
  const { goNext } = useFlow()
  const queries = useQueryClient()
  const places = usePlaces()
  const [wanted, setWanted] = useState<Dataset>()
  const current =
    places?.find(({ dataset }) => dataset === wanted) ?? places?.find(({ isApproved }) => !isApproved) ?? places?.[0]
  const onDone = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: ['setup'] })
    const next = places?.find(({ dataset, isApproved }) => !isApproved && dataset !== current?.dataset)
    if (next) setWanted(next.dataset)
    else goNext()
  }
  return (
    <>
      <StepTitle>{t('title')}</StepTitle>
      {!places && <Busy label={t('opening')} />}
      {places && !current && (
        <>
          <NoFileYet />
          <Sample />
          <StepActions />
        </>
      )}
      {current && (
        <>
          <DatasetChoice places={places ?? []} current={current.dataset} onChoose={setWanted} />
          <DatasetMapping key={current.dataset} {...current} onDone={onDone} />
        </>
      )}
    </>
  )
}
