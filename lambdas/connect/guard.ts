import type { Guard } from '#core/api/endpoint.ts'
import { authenticate } from '../api/authentication.ts'
import type { ConnectPorts } from './ports.ts'

/** The vendor's team signs in or sends an API key, as everywhere below `/manage`; of the flows each endpoint asks for its session. */
export const guardConnect = (ports: ConnectPorts): Guard => {
  const team = authenticate(ports)
  return async (request, route) =>
    route.includes(' /manage/') ? team(request, route) : { kind: 'admitted', caller: null, headers: {} }
}
