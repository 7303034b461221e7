import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { Switch } from '../../../ui/switch.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { Confirm } from '../../confirm.tsx'
import { useManage } from '../../manage.ts'
import type { Member } from '../answers.ts'

type Props = {
  readonly member: Member | undefined
  readonly isLastAdmin: boolean
  readonly onClose: () => void
}

const RemoveMember = ({ email, onClose }: { readonly email: string; readonly onClose: () => void }) => {
  const t = useTranslations('dashboard.environment.members')
  const { call, me } = useManage()
  const client = useQueryClient()
  const remove = async () => {
    await call('DELETE /manage/members/{email}', { path: { email } })
    await client.invalidateQueries({ queryKey: ['members'] })
  }
  return (
    <Confirm title={t('removeTitle', { email })} action={t('remove')} isDangerous onConfirm={remove} onClose={onClose}>
      <p>{email === me.id ? t('removeSelf') : t('removeText')}</p>
    </Confirm>
  )
}

/** Invites somebody, or changes what a member may do. */
export const EditMember = ({ member, isLastAdmin, onClose }: Props) => {
  const t = useTranslations('dashboard.environment.members')
  const { call } = useManage()
  const client = useQueryClient()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<string>(member?.role ?? 'member')
  const [seesPeople, setSeesPeople] = useState(member?.personal_data ?? false)
  const [isRemoving, setRemoving] = useState(false)
  const save = async () => {
    const path = { email: member?.email ?? email.trim() }
    const body = { role: role === 'admin' ? ('admin' as const) : ('member' as const), personal_data: seesPeople }
    await call('PUT /manage/members/{email}', { path, body })
    await client.invalidateQueries({ queryKey: ['members'] })
  }
  if (member && isRemoving) return <RemoveMember email={member.email} onClose={onClose} />
  const roles = (['member', 'admin'] as const).map((id) => ({ id, name: t(`roles.${id}`), hint: t(`roleHints.${id}`) }))
  return (
    <Confirm
      title={member?.email ?? t('add')}
      action={member ? t('save') : t('invite')}
      onConfirm={save}
      onClose={onClose}
    >
      {!member && (
        <>
          <TextField label={t('email')} type="email" value={email} onChange={setEmail} error={undefined} isRequired />
          <p className="muted">{t('inviteHint')}</p>
        </>
      )}
      {isLastAdmin && <Notice kind="info">{t('lastAdmin')}</Notice>}
      {!isLastAdmin && <Radios label={t('role')} options={roles} value={role} onChange={setRole} />}
      {role !== 'admin' && (
        <Switch isSelected={seesPeople} onChange={setSeesPeople}>
          {t('personalSwitch')}
        </Switch>
      )}
      {member && !isLastAdmin && (
        <div>
          <Button kind="quiet" onPress={() => setRemoving(true)}>
            {t('remove')}
          </Button>
        </div>
      )}
    </Confirm>
  )
}
