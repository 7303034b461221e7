import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { type Dataset, datasets } from '#core/files/datasets.ts'
import { CheckIcon } from '../../ui/icons.tsx'
import { useWords } from '../words.ts'

type Props = {
  readonly places: readonly { readonly dataset: Dataset; readonly isApproved: boolean }[]
  readonly current: Dataset
  readonly onChoose: (dataset: Dataset) => void
}

/** Where there are several files: which one is looked at. */
export const DatasetChoice = ({ places, current, onChoose }: Props) => {
  const t = useTranslations('setup.mapping')
  const words = useWords()
  if (places.length < 2) return null
  return (
    <ToggleButtonGroup
      className="choice"
      aria-label={t('files')}
      disallowEmptySelection
      selectedKeys={[current]}
      onSelectionChange={([key]) => {
        const chosen = datasets.find((dataset) => dataset === key)
        if (chosen) onChoose(chosen)
      }}
    >
      {places.map(({ dataset, isApproved }) => (
        <ToggleButton key={dataset} id={dataset} className="choice-item">
          {isApproved && <CheckIcon />}
          {words.dataset(dataset)}
          {isApproved && <span className="hidden"> ({t('approved')})</span>}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
