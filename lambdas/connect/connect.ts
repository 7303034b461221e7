import { audit as auditTeam } from '../api/audited.ts'
import { type HttpHandler, type HttpOptions, httpHandler } from '../runtime/http.ts'
import type { Log } from '../runtime/log.ts'
import { showActivity } from './activity.ts'
import { audit } from './audited.ts'
import { showConnection } from './connection.ts'
import { addContactTo, changeContact, listContacts, takeContactOut } from './contacts.ts'
import { mapFieldInFlow, showCustomFields } from './custom-fields.ts'
import { downloadIssues, showFile } from './file-issues.ts'
import { countPeople, showFilter, storeFilter } from './filter.ts'
import { finish } from './finish.ts'
import { connect } from './give-keys.ts'
import { guardConnect } from './guard.ts'
import { decideInFlow, listHeld } from './held.ts'
import { showJoins } from './joins.ts'
import { addKey, byVisitor, removeKey } from './keys.ts'
import { managed } from './managed.ts'
import { showManagedConnection } from './managed-connection.ts'
import { approveByCustomer, showMapping, storeMapping } from './mappings.ts'
import type { ConnectPorts } from './ports.ts'
import { previewInFlow } from './preview.ts'
import { endSession, startSession } from './session.ts'
import { showSetup } from './setup.ts'
import { optOutOfMails, requestSignIn } from './sign-in.ts'
import { confirmStep } from './steps.ts'
import { understand } from './understand.ts'
import { startUpload } from './uploads.ts'
import { countValues } from './values.ts'
import { ofConnection } from './visitor.ts'

/** The same connections, for the vendor's team. */
const managedEndpoints = (ports: ConnectPorts) => ({
  'GET /manage/connections/{integration_id}': showManagedConnection(ports),
  'POST /manage/connections/{integration_id}/keys': managed(ports, addKey(ports)),
  'DELETE /manage/connections/{integration_id}/keys/{key_id}': managed(ports, removeKey(ports)),
  'GET /manage/connections/{integration_id}/contacts': managed(ports, listContacts(ports)),
  'POST /manage/connections/{integration_id}/contacts': managed(ports, addContactTo(ports)),
  'PATCH /manage/connections/{integration_id}/contacts/{contact_id}': managed(ports, changeContact(ports)),
  'DELETE /manage/connections/{integration_id}/contacts/{contact_id}': managed(ports, takeContactOut(ports)),
})

/** Whoever has signed in, or sent an API key, is known by name; behind a link it is the customer. */
const auditBoth = (ports: ConnectPorts): NonNullable<HttpOptions['onSuccess']> => {
  const [byTeam, byCustomer] = [auditTeam(ports), audit(ports)]
  return (route, request, answer) => (request.caller ? byTeam : byCustomer)(route, request, answer)
}

/** The flows' backend: links and sessions open it, and an API key opens nothing of it. What the vendor's team sees of connections stands beside it. */
export const createConnect = (ports: ConnectPorts, log: Log): HttpHandler =>
  httpHandler(
    'connect',
    {
      'POST /flow/session': startSession(ports),
      'DELETE /flow/session': endSession(ports),
      'GET /flow/connection': showConnection(ports),
      'POST /flow/connection': connect(ports),
      'POST /flow/keys': byVisitor(ports, addKey(ports)),
      'DELETE /flow/keys/{key_id}': byVisitor(ports, removeKey(ports)),
      'GET /flow/activity': showActivity(ports),
      'POST /flow/uploads': startUpload(ports),
      'POST /flow/understand': understand(ports),
      'POST /flow/values': countValues(ports),
      'POST /flow/joins': showJoins(ports),
      'GET /flow/files/{file_id}': showFile(ports),
      'GET /flow/files/{file_id}/issues.csv': downloadIssues(ports),
      'GET /flow/setup': showSetup(ports),
      'GET /flow/mappings/{dataset}': showMapping(ports),
      'PUT /flow/mappings/{dataset}': storeMapping(ports),
      'POST /flow/mappings/{dataset}/preview': previewInFlow(ports),
      'POST /flow/mappings/{dataset}/approve': approveByCustomer(ports),
      'GET /flow/custom-fields': showCustomFields(ports),
      'PUT /flow/custom-fields/{custom_field_id}': mapFieldInFlow(ports),
      'GET /flow/filter': showFilter(ports),
      'POST /flow/filter/count': countPeople(ports),
      'PUT /flow/filter': storeFilter(ports),
      'POST /flow/steps/{step}/confirm': confirmStep(ports),
      'POST /flow/finish': finish(ports),
      'GET /flow/held': listHeld(ports),
      'POST /flow/held/{dataset}/approve': decideInFlow(ports, 'approved'),
      'POST /flow/held/{dataset}/discard': decideInFlow(ports, 'discarded'),
      'GET /flow/contacts': ofConnection(ports, listContacts(ports)),
      'POST /flow/contacts': ofConnection(ports, addContactTo(ports)),
      'PATCH /flow/contacts/{contact_id}': ofConnection(ports, changeContact(ports)),
      'DELETE /flow/contacts/{contact_id}': ofConnection(ports, takeContactOut(ports)),
      'POST /flow/sign-in': requestSignIn(ports),
      'POST /flow/opt-out': optOutOfMails(ports),
      ...managedEndpoints(ports),
    },
    { log, guard: guardConnect(ports), onSuccess: auditBoth(ports) },
  )
