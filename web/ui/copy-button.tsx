import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from './button.tsx'
import { CheckIcon, CopyIcon } from './icons.tsx'

type Props = {
  readonly text: string
  /** What is copied, for screen readers; with `isNamed` the words of the button. */
  readonly what: string
  readonly isNamed?: boolean
}

/** Frames may be denied the clipboard: then the text is selected by an old way that asks nobody. */
const copy = async (text: string): Promise<void> => {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    const area = document.createElement('textarea')
    area.value = text
    document.body.append(area)
    area.select()
    document.execCommand('copy')
    area.remove()
  }
}

const shownForMs = 2_000

export const CopyButton = ({ text, what, isNamed = false }: Props) => {
  const t = useTranslations('shell')
  const [isCopied, setCopied] = useState(false)
  const onPress = async () => {
    await copy(text)
    setCopied(true)
    setTimeout(() => setCopied(false), shownForMs)
  }
  const name = t('copyThis', { what })
  return (
    <>
      <Button size="small" onPress={onPress} {...(isNamed ? {} : { 'aria-label': name })}>
        {isCopied ? <CheckIcon /> : <CopyIcon />}
        {isNamed ? what : t('copy')}
      </Button>
      <span className="hidden" role="status">
        {isCopied ? t('copied') : ''}
      </span>
    </>
  )
}
