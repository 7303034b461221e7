import type { Random } from '#core/ports/system.ts'
import { newId } from './base58.ts'

const tool = 'sftp:'

/** `sftp:<24 base58 characters>` */
export const newIntegrationId = (random: Random): string => `${tool}${newId(random)}`

/** The SFTP user and folder of an integration: what stands behind the colon. */
export const sftpUserOf = (integrationId: string): string => integrationId.slice(tool.length)

export const integrationOfSftpUser = (name: string): string => `${tool}${name}`
