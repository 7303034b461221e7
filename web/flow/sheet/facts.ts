import { useTranslations } from 'use-intl'
import type { Connection } from '../api.ts'

/** A line of the connection sheet. Values are for machines: they are shown as code and copied. */
export type Fact = { readonly id: string; readonly name: string; readonly value: string }

/** Where and as whom the HR system logs in. */
export const useFacts = (connection: Connection): readonly Fact[] => {
  const t = useTranslations('sheet.facts')
  const { host, port, username, folder, file_names, addresses } = connection
  const facts: readonly Fact[] = [
    { id: 'protocol', name: t('protocol'), value: 'SFTP (SSH)' },
    { id: 'host', name: t('host'), value: host },
    { id: 'port', name: t('port'), value: String(port) },
    { id: 'user', name: t('user'), value: username ?? '' },
    { id: 'folder', name: t('folder'), value: folder },
    { id: 'files', name: t('files'), value: file_names.join(', ') },
    { id: 'addresses', name: t('addresses'), value: addresses.join(', ') },
  ]
  return facts.filter(({ value }) => value !== '')
}

/** By which IT knows that the server is the right one. */
export const useHostKeyFacts = ({ host_keys }: Connection): readonly Fact[] => {
  const t = useTranslations('sheet.facts')
  return host_keys.flatMap(({ type, sha256, md5, known_hosts }) => [
    { id: `${type} sha256`, name: `${type}, SHA-256`, value: sha256 },
    { id: `${type} md5`, name: `${type}, MD5`, value: md5 },
    { id: `${type} line`, name: `${type}, ${t('knownHosts')}`, value: known_hosts },
  ])
}

/** By which IT knows that the PGP key is the right one. */
export const usePgpFacts = (pgp: Connection['pgp']): readonly Fact[] => {
  const t = useTranslations('sheet.pgp')
  return pgp ? [{ id: 'pgp', name: t('fingerprint'), value: pgp.fingerprint.replace(/(.{4})(?=.)/g, '$1 ') }] : []
}

export const useAlgorithmFacts = ({ algorithms }: Connection): readonly Fact[] => {
  const t = useTranslations('sheet.facts')
  return [
    { id: 'kex', name: t('keyExchange'), value: algorithms.key_exchange.join(', ') },
    { id: 'ciphers', name: t('ciphers'), value: algorithms.ciphers.join(', ') },
    { id: 'macs', name: t('macs'), value: algorithms.macs.join(', ') },
  ]
}
