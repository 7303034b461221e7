import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { parsePublicKey } from '#core/connect/public-key.ts'
import type { PublicKeyRefusal } from '#core/connect/public-key-refusals.ts'
import { FileDrop } from './file-drop.tsx'
import { TextArea } from './text-area.tsx'

type Props = {
  /** Takes a key as soon as it is whole, without its comment. */
  readonly onKey: (openssh: string) => void
}

/** A public key, pasted or dropped. What is no public key stays here, above all private keys. */
export const KeyEntry = ({ onKey }: Props) => {
  const t = useTranslations('keys')
  const [text, setText] = useState('')
  const [refusal, setRefusal] = useState<PublicKeyRefusal>()
  const take = (entered: string): void => {
    const key = parsePublicKey(entered)
    setText(key.kind === 'key' || key.reason === 'PRIVATE_KEY' ? '' : entered)
    setRefusal(key.kind === 'refused' && entered.trim() !== '' ? key.reason : undefined)
    if (key.kind === 'key') onKey(key.openssh)
  }
  return (
    <div className="stack">
      <TextArea
        label={t('paste')}
        description={t('pasteHelp')}
        placeholder="ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI…"
        value={text}
        onChange={take}
        error={refusal === undefined ? undefined : t(`refusals.${refusal}`)}
      />
      <FileDrop
        label={t('drop')}
        button={t('chooseFile')}
        onFile={(file) => {
          file.slice(0, 20_000).text().then(take)
        }}
      />
    </div>
  )
}
