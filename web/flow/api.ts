import { type FlowAnswer, flowCaller } from '../api/flow.ts'

export type LinkAnswer = FlowAnswer<'POST /flow/session'>
export type Connection = FlowAnswer<'GET /flow/connection'>
export type Activity = FlowAnswer<'GET /flow/activity'>
export type Setup = FlowAnswer<'GET /flow/setup'>
export type CustomFields = FlowAnswer<'GET /flow/custom-fields'>
export type EmployeeFilter = FlowAnswer<'GET /flow/filter'>
export type Held = FlowAnswer<'GET /flow/held'>
export type Contacts = FlowAnswer<'GET /flow/contacts'>
export type Report = FlowAnswer<'GET /flow/files/{file_id}'>
export type Understanding = FlowAnswer<'POST /flow/understand'>

/** Calls the flow's backend, at addresses relative to the page: below a stage's name as the page is. Throws a failure. */
export const callFlow = flowCaller('')
