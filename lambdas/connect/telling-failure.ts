import type { Link } from '#core/control/link.ts'
import { sendEvent } from '#core/webhooks/event.ts'
import { connectionFlowFailed } from '#core/webhooks/integration-events.ts'
import type { ConnectPorts } from './ports.ts'

/** Tells endpoints when an attempt to connect fails, because of what the customer entered or because of us. */
export const tellingFailure = async <Result extends { readonly kind: string }>(
  ports: Pick<ConnectPorts, 'webhookQueue' | 'system'>,
  link: Link,
  attempt: () => Promise<Result>,
): Promise<Result> => {
  const [made] = await Promise.allSettled([attempt()])
  if (made.status === 'rejected' || made.value.kind === 'refused')
    await sendEvent(ports, connectionFlowFailed(link, ports.system.clock()))
  if (made.status === 'rejected') throw made.reason
  return made.value
}
