import type { ReactNode } from 'react'
import { StepTitle } from '../../ui/step-title.tsx'
import { StepActions } from '../step-actions.tsx'
import { NoFileYet } from './no-file-yet.tsx'
import { type SetupStepId, stateOf, useSetup } from './setup.ts'

type Props = { readonly id: SetupStepId; readonly title: string; readonly children: ReactNode }

/** A step that chooses from what is in the files: it begins when the first one is there. */
export const StepWithFiles = ({ id, title, children }: Props) => {
  const isWaiting = stateOf(useSetup(), id) === 'waiting_for_file'
  return (
    <>
      <StepTitle>{title}</StepTitle>
      {isWaiting && (
        <>
          <NoFileYet />
          <StepActions />
        </>
      )}
      {!isWaiting && children}
    </>
  )
}
