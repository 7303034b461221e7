import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Product } from '../e2e/product.ts'

const lookEveryMs = 100
const giveUpAfterMs = 60_000

const textOf = (mail: string): string => {
  const [, body = ''] = mail.split('\r\n\r\n')
  return Buffer.from(body, 'base64').toString()
}

/** The mails to an address, as the laptop keeps them: oldest first, what they say. */
const mailsTo = async ({ dataFolder }: Product, address: string): Promise<readonly string[]> => {
  const folder = join(dataFolder, 'mail')
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml')).toSorted()
  const mails = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  return mails.filter((mail) => mail.includes(`To: ${address}\r\n`)).map(textOf)
}

/** Waits for a mail with an address that has this parameter, and answers the address. */
export const mailedLink = async (
  product: Product,
  address: string,
  parameter: 'token' | 'opt_out',
): Promise<string> => {
  const giveUpAt = Date.now() + giveUpAfterMs
  for (;;) {
    const texts = await mailsTo(product, address)
    const link = texts.flatMap((text) => text.match(/http\S+/g) ?? []).findLast((url) => url.includes(`?${parameter}=`))
    if (link !== undefined) return link
    if (Date.now() > giveUpAt) throw new Error(`No mail to ${address} with a ${parameter}: ${texts.join('\n')}`)
    await delay(lookEveryMs)
  }
}
