import { useTranslations } from 'use-intl'
import { Facts } from '../../../ui/facts.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { Switch } from '../../../ui/switch.tsx'
import type { Integration } from '../use-integration.ts'
import { FileWords } from './file-words.tsx'
import { Saved } from './saved.tsx'
import { TimeZone } from './time-zone.tsx'
import { useConnection } from './use-connection.ts'
import { useSettings } from './use-settings.ts'

const pgpChoices = ['off', 'optional', 'required'] as const

const pgpOf = (id: string): Integration['pgp'] => pgpChoices.find((each) => each === id) ?? 'off'

const Names = () => {
  const t = useTranslations('dashboard.integration.settings.files')
  const { data } = useConnection()
  return (
    <>
      <h3>{t('names')}</h3>
      <p className="muted">{t('namesHint')}</p>
      {data && <Facts facts={data.file_names.map((name) => ({ id: name, name: t('name'), value: name }))} />}
      {data?.pgp && <Facts facts={[{ id: 'pgp', name: t('pgpKey'), value: data.pgp.fingerprint }]} />}
    </>
  )
}

/** How files are to be named and encrypted, and what is put back beside them. */
export const FilesSection = ({ integration }: { readonly integration: Integration }) => {
  const t = useTranslations('dashboard.integration.settings.files')
  const change = useSettings()
  const { pgp, file_names, result_files, hide_future_terminations } = integration
  return (
    <section className="panel" aria-labelledby="names">
      <h2 id="names">{t('title')}</h2>
      <Radios
        label={t('pgp')}
        options={pgpChoices.map((id) => ({ id, name: t(`pgps.${id}`) }))}
        value={pgp}
        onChange={(id) => change.save({ pgp: pgpOf(id) }, { pgp })}
      />
      <p className="muted">{t('pgpHint')}</p>
      {pgp === 'required' && <Notice kind="info">{t('pgpRequired')}</Notice>}
      <Names />
      <FileWords fileNames={file_names} change={change} />
      <Switch isSelected={result_files} onChange={(isOn) => change.save({ result_files: isOn }, { result_files })}>
        {t('results')}
      </Switch>
      <p className="muted">{t('resultsHint')}</p>
      <Switch
        isSelected={hide_future_terminations}
        onChange={(isOn) => change.save({ hide_future_terminations: isOn }, { hide_future_terminations })}
      >
        {t('terminations')}
      </Switch>
      <p className="muted">{t('terminationsHint')}</p>
      <TimeZone key={integration.time_zone} timeZone={integration.time_zone} change={change} />
      <Saved change={change} />
    </section>
  )
}
