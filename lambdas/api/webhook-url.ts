import { isLoopback, isPublicAddress, literalAddress } from '../runtime/public-address.ts'

const nowhere = 'Only addresses on the internet are told of events.'
const forDevelopers =
  'On your own machine, start Rosterport with ROSTERPORT_LOCAL_WEBHOOKS=true to use http and 127.0.0.1.'

/**
 * What is wrong with an address that a webhook endpoint is to have, as a sentence; `undefined` when nothing is. Names are looked up
 * again at each delivery, and judged then.
 */
export const urlProblem = (text: string, allowsLocal: boolean): string | undefined => {
  if (!URL.canParse(text)) return 'url: is not an address such as https://app.example.com/webhooks.'
  const url = new URL(text)
  if (url.username !== '' || url.password !== '')
    return 'url: holds a user name or a password. Check the signature instead.'
  if (url.hash !== '') return 'url: holds a # part, which is never sent.'
  if (url.protocol !== 'https:' && !(allowsLocal && url.protocol === 'http:'))
    return `url: does not begin with https://. ${forDevelopers}`
  const address = literalAddress(url)
  if (address === undefined || isPublicAddress(address) || (allowsLocal && isLoopback(address))) return undefined
  return `url: ${address} is not an address on the internet. ${nowhere} ${forDevelopers}`
}
