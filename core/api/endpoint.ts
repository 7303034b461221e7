import type { RouteIdOf } from '#core/deployment/routes.ts'
import type { Answer, Refusal } from './answer.ts'
import type { FlowErrorCode, GeneralErrorCode, HrisErrorCode } from './errors.ts'

/** Who sends a request, as far as the guard has found out: the holder of an API key, somebody of the vendor's team, or a customer's admin. */
export type Caller =
  | { readonly kind: 'key' | 'customer'; readonly id: string; readonly name: string }
  | {
      readonly kind: 'member'
      readonly id: string
      readonly name: string
      readonly role: Role
      readonly personalData: boolean
    }

/** What a member may do: the environment's settings are for admins. */
type Role = 'admin' | 'member'

/** Whether a caller sees raw files and personal data. Whoever holds an API key does. */
export const seesPeople = (caller: Caller | null): boolean => caller?.kind !== 'member' || caller.personalData

export type ApiRequest = {
  /** Path parameters, decoded. */
  readonly path: Readonly<Record<string, string>>
  /** Query parameters, decoded; one given several times is joined by commas, as lists are. */
  readonly query: Readonly<Record<string, string>>
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
  /** The IP address that the request comes from. */
  readonly address: string
  /** `null` where no guard stands. */
  readonly caller: Caller | null
}

export type GeneralEndpoint = (request: ApiRequest) => Promise<Answer<GeneralErrorCode>>
export type HrisEndpoint = (request: ApiRequest) => Promise<Answer<HrisErrorCode>>
export type FlowEndpoint = (request: ApiRequest) => Promise<Answer<FlowErrorCode>>

/** An endpoint for every route of a function: a route without one does not compile. */
export type Endpoints<Name extends 'api' | 'connect'> = {
  readonly [Id in RouteIdOf<Name>]: Id extends `${string} /v1/hris/${string}`
    ? HrisEndpoint
    : Id extends `${string} /flow/${string}`
      ? FlowEndpoint
      : GeneralEndpoint
}

/** Who is let through, and the headers that any answer to them carries. */
export type Admission = {
  readonly kind: 'admitted'
  readonly caller: Caller | null
  readonly headers: Readonly<Record<string, string>>
}

/** Runs before every endpoint of a function; what it refuses, no endpoint sees. */
export type Guard = (request: ApiRequest, route: string) => Promise<Admission | Refusal<GeneralErrorCode>>
