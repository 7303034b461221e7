import { type HttpHandler, httpHandler } from '../runtime/http.ts'
import type { Log } from '../runtime/log.ts'
import { showActivity } from './activity.ts'
import { audit } from './audited.ts'
import { showConnection } from './connection.ts'
import { addContactInFlow, changeContact, listContacts, takeContactOut } from './contacts.ts'
import { mapFieldInFlow, showCustomFields } from './custom-fields.ts'
import { downloadIssues, showFile } from './file-issues.ts'
import { countPeople, showFilter, storeFilter } from './filter.ts'
import { finish } from './finish.ts'
import { connect } from './give-keys.ts'
import { decideInFlow, listHeld } from './held.ts'
import { showJoins } from './joins.ts'
import { addKey, removeKey } from './keys.ts'
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

/** The flows' backend. Links and sessions are its only credentials: an API key opens nothing here. */
export const createConnect = (ports: ConnectPorts, log: Log): HttpHandler =>
  httpHandler(
    'connect',
    {
      'POST /flow/session': startSession(ports),
      'DELETE /flow/session': endSession(ports),
      'GET /flow/connection': showConnection(ports),
      'POST /flow/connection': connect(ports),
      'POST /flow/keys': addKey(ports),
      'DELETE /flow/keys/{key_id}': removeKey(ports),
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
      'GET /flow/contacts': listContacts(ports),
      'POST /flow/contacts': addContactInFlow(ports),
      'PATCH /flow/contacts/{contact_id}': changeContact(ports),
      'DELETE /flow/contacts/{contact_id}': takeContactOut(ports),
      'POST /flow/sign-in': requestSignIn(ports),
      'POST /flow/opt-out': optOutOfMails(ports),
    },
    { log, onSuccess: audit(ports) },
  )
