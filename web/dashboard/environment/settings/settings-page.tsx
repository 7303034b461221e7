import './settings.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { FailureNotice } from '../../failure-notice.tsx'
import { useManage } from '../../manage.ts'
import { Page } from '../../page.tsx'
import type { Settings } from '../answers.ts'
import { Loaded } from '../loaded.tsx'
import { BrandFields } from './brand-fields.tsx'
import { OtherFields } from './other-fields.tsx'
import { type SettingsChange, useSettingsForm } from './settings-form.ts'

/** All of them as they are, to be put back. */
const changeTo = ({ environment_id: _, ...settings }: Settings): SettingsChange => settings

const useSaving = (settings: Settings) => {
  const { call } = useManage()
  const client = useQueryClient()
  const [before, setBefore] = useState<Settings>()
  const save = useMutation({
    mutationFn: async ({ body, undoes }: { readonly body: SettingsChange; readonly undoes: Settings | undefined }) => {
      const saved = await call('PATCH /manage/settings', { body })
      client.setQueryData(['settings'], saved)
      setBefore(undoes)
    },
  })
  return {
    error: save.error,
    isPending: save.isPending,
    save: (body: SettingsChange) => save.mutate({ body, undoes: settings }),
    undo: before && (() => save.mutate({ body: changeTo(before), undoes: undefined })),
  }
}

const Form = ({ settings, saving }: { readonly settings: Settings; readonly saving: ReturnType<typeof useSaving> }) => {
  const t = useTranslations('dashboard.environment.settings')
  const { me } = useManage()
  const form = useSettingsForm(settings)
  return (
    <form
      className="settings"
      onSubmit={(event) => {
        event.preventDefault()
        saving.save(form.body)
      }}
    >
      <fieldset disabled={me.role !== 'admin'} className="settings-fields">
        <BrandFields form={form} />
        <OtherFields form={form} />
      </fieldset>
      {me.role === 'admin' ? (
        <div className="row">
          <Button kind="primary" type="submit" isPending={saving.isPending}>
            {t('save')}
          </Button>
        </div>
      ) : (
        <p className="muted">{t('adminsOnly')}</p>
      )}
    </form>
  )
}

const Shown = ({ settings }: { readonly settings: Settings }) => {
  const t = useTranslations('dashboard.environment.settings')
  const parts = useTranslations('dashboard.parts')
  const saving = useSaving(settings)
  return (
    <>
      {saving.error && <FailureNotice error={saving.error} />}
      {saving.undo && (
        <Notice kind="good">
          <p>{t('saved')}</p>
          <Button onPress={saving.undo}>{parts('undo')}</Button>
        </Notice>
      )}
      {/* What is shown follows what is saved. */}
      <Form key={JSON.stringify(settings)} settings={settings} saving={saving} />
    </>
  )
}

/** How the flows look, who may embed them, and how long files are kept. */
export const SettingsPage = () => {
  const t = useTranslations('dashboard.environment.settings')
  const { call } = useManage()
  const query = useQuery({
    queryKey: ['settings'],
    queryFn: () => call('GET /manage/settings'),
    refetchInterval: false,
  })
  return (
    <Page title={t('title')}>
      <Loaded query={query}>{(settings) => <Shown settings={settings} />}</Loaded>
    </Page>
  )
}
