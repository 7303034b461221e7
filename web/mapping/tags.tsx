import { useTranslations } from 'use-intl'
import { IconButton } from '../ui/button.tsx'
import { CloseIcon } from '../ui/icons.tsx'

type Props = {
  readonly label: string
  readonly names: readonly string[]
  readonly onChange: (names: readonly string[]) => void
}

/** Columns or words that were chosen, each with the button that takes it out. */
export const Tags = ({ label, names, onChange }: Props) => {
  const t = useTranslations('mapping.id')
  return (
    <ul className="tags" aria-label={label}>
      {names.map((name) => (
        <li key={name} className="tag">
          {name}
          <IconButton
            label={t('remove', { column: name })}
            onPress={() => onChange(names.filter((each) => each !== name))}
          >
            <CloseIcon />
          </IconButton>
        </li>
      ))}
    </ul>
  )
}
