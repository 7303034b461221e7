import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../ui/button.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { Confirm } from '../../confirm.tsx'
import { useLinkPeople } from './use-link-people.ts'

const useNames = () => {
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [keep, setKeep] = useState<'from' | 'to'>('from')
  return { from, setFrom, to, setTo, keep, setKeep }
}

/** Links two remote ids that nobody suggested. */
export const Merge = ({ onDone }: { readonly onDone: () => void }) => {
  const t = useTranslations('dashboard.integration.identity')
  const linkPeople = useLinkPeople()
  const [isOpen, setOpen] = useState(false)
  const { from, setFrom, to, setTo, keep, setKeep } = useNames()
  const merge = async (reason: string): Promise<void> => {
    await linkPeople({ links: [{ from: from.trim(), to: to.trim(), keep }], reason })
    setFrom('')
    setTo('')
    onDone()
  }
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('merge')}</Button>
      {isOpen && (
        <Confirm title={t('merge')} action={t('linkNow')} asksReason onConfirm={merge} onClose={() => setOpen(false)}>
          <p>{t('mergeText')}</p>
          <TextField label={t('storedAs')} value={from} onChange={setFrom} isRequired error={undefined} />
          <TextField label={t('nowAs')} value={to} onChange={setTo} isRequired error={undefined} />
          <Radios
            label={t('keep')}
            options={[
              { id: 'from', name: t('keepFrom') },
              { id: 'to', name: t('keepTo') },
            ]}
            value={keep}
            onChange={(id) => setKeep(id === 'to' ? 'to' : 'from')}
          />
        </Confirm>
      )}
    </>
  )
}
