import { refuse } from '#core/api/answer.ts'
import type { HrisEndpoint } from '#core/api/endpoint.ts'
import { idleConcurrency } from '#core/api/idle-concurrency.ts'
import { ofHeader } from './of-integration.ts'
import type { ApiPorts } from './ports.ts'

const noModel = refuse(
  'INTEGRATION.MODEL_NOT_AVAILABLE',
  'The files of this integration do not carry this model. GET /v1/integrations/{id} lists the models there are.',
)

const noAction = {
  ...refuse(
    'INTEGRATION.ACTION_NOT_AVAILABLE',
    'Files travel one way, from the HR system to here: nothing can be written back.',
  ),
  headers: idleConcurrency,
}

/** What the unified API documents and a file connector cannot do. */
export const unavailableEndpoints = ({ control }: ApiPorts) => {
  const model: HrisEndpoint = ofHeader(control, async () => noModel)
  const action: HrisEndpoint = ofHeader(control, async () => noAction)
  return {
    'GET /v1/hris/staffing-entities': model,
    'GET /v1/hris/performance-reviews': model,
    'GET /v1/hris/performance-review-cycles': model,
    'GET /v1/hris/employee-document-categories': model,
    'GET /v1/hris/skills': model,
    'GET /v1/hris/employee-skill-assignments': model,
    'POST /v1/hris/absences': action,
    'DELETE /v1/hris/absences/{absence_id}': action,
    'POST /v1/hris/employees': action,
    'GET /v1/hris/employees/form': action,
    'POST /v1/hris/employees/form': action,
    'PATCH /v1/hris/employees/{employee_id}': action,
    'POST /v1/hris/employees/{employee_id}/documents': action,
    'POST /v1/hris/skills': action,
    'PATCH /v1/hris/skills/{skill_id}': action,
    'DELETE /v1/hris/skills/{skill_id}': action,
    'POST /v1/hris/provisioning-groups/default/diff': action,
    'POST /v1/hris/provisioning-groups/default/setup-links': action,
  }
}
