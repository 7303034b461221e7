import { useState } from 'react'
import type { ChangeSettings } from '#core/api/endpoints/settings.ts'
import type { Settings } from '../answers.ts'
import { linesOf } from '../lines.ts'

export type SettingsChange = ChangeSettings

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** What somebody makes of the settings before they are saved. */
export const useSettingsForm = (settings: Settings) => {
  const [name, setName] = useState(settings.name ?? '')
  const [logo, setLogo] = useState(settings.branding.logo_url ?? '')
  const [color, setColor] = useState(settings.branding.color ?? '')
  const [origins, setOrigins] = useState(settings.allowed_origins.join('\n'))
  const [days, setDays] = useState(settings.raw_file_retention_days?.toString() ?? '')
  const [pgp, setPgp] = useState(settings.pgp)
  const body: SettingsChange = {
    name: orNull(name),
    allowed_origins: [...linesOf(origins)],
    raw_file_retention_days: days.trim() === '' ? null : Number(days),
    pgp,
    branding: { logo_url: orNull(logo), color: orNull(color) },
  }
  return {
    ...{ name, setName, logo, setLogo, color, setColor, origins, setOrigins, days, setDays, pgp, setPgp },
    body,
  }
}
export type SettingsForm = ReturnType<typeof useSettingsForm>
