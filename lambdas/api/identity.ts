import { refuse, success } from '#core/api/answer.ts'
import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import {
  IdentityQuerySchema,
  LinkPeopleSchema,
  SuggestionsQuerySchema,
  UnlinkPeopleSchema,
} from '#core/api/endpoints/identity.ts'
import type { GeneralErrorCode } from '#core/api/errors.ts'
import { parseBody, parseInput } from '#core/api/input.ts'
import type { Integration } from '#core/control/integration.ts'
import type { Link, LinkConflict } from '#core/ids/links.ts'
import { type LinksChanged, linkPeople, unlinkPeople } from '../identity/change-links.ts'
import { findSuggestions } from '../identity/find-suggestions.ts'
import type { IdentityPorts } from '../identity/ports.ts'
import { showLinks, showSuggestions } from '../identity/show-links.ts'
import { ofPath } from './of-integration.ts'
import { badCursor } from './paged.ts'

const tooMany = refuse(
  'PLATFORM.INPUT_INVALID',
  'There are too many people to find out in time who is whom. Send the pairs as links.',
)

const othersSuggested = refuse(
  'PLATFORM.INPUT_INVALID',
  'Since the list was read, other links are suggested, or none. Read it again and name the set that it shows now.',
)

const conflicts: Readonly<Record<LinkConflict, string>> = {
  itself: 'links an id to itself',
  'gone-on': 'links from an id that goes on as another one already: link that one, or undo its link first',
  taken: 'links to an id that is linked already: undo that link first',
}

const refusalOf = (changed: Exclude<LinksChanged, { readonly kind: 'changed' }>) => {
  const { place } = changed
  if (changed.kind === 'conflict')
    return refuse('PLATFORM.INPUT_INVALID', `links[${place}] ${conflicts[changed.conflict]}. Nothing was linked.`)
  if (changed.kind === 'unknown')
    return refuse('PLATFORM.INPUT_INVALID', `links[${place}] is about a remote id that nobody has. Nothing was linked.`)
  return refuse('PLATFORM.INPUT_INVALID', `to[${place}] is not the new id of any link. Nothing was undone.`)
}

const answerOf = (changed: LinksChanged) =>
  changed.kind === 'changed' ? success({ links: changed.count, sync_id: changed.syncId }) : refusalOf(changed)

const list = (ports: IdentityPorts): GeneralEndpoint =>
  ofPath<GeneralErrorCode>(ports.control, async (integration, { query }) => {
    const input = parseInput(IdentityQuerySchema, query)
    if (input.kind === 'refused') return input
    const page = await showLinks(ports, integration, input.value)
    return page ? success(page) : badCursor
  })

const suggest = (ports: IdentityPorts): GeneralEndpoint =>
  ofPath<GeneralErrorCode>(ports.control, async (integration, { query }) => {
    const input = parseInput(SuggestionsQuerySchema, query)
    if (input.kind === 'refused') return input
    const page = await showSuggestions(ports, integration, input.value)
    if (page === 'bad-cursor') return badCursor
    return page === 'too-many' ? tooMany : success(page)
  })

/** The links that are meant: those that are sent, else those that are suggested under this name. */
const meant = async (
  ports: IdentityPorts,
  integration: Integration,
  {
    links,
    set,
    by,
  }: {
    readonly links?: readonly Link[] | undefined
    readonly set?: string | undefined
    readonly by?: string | undefined
  },
): Promise<readonly Link[] | typeof tooMany> => {
  if (links) return links
  const found = await findSuggestions(ports, integration, by)
  if (!found) return tooMany
  if (found.set !== set || found.links.length === 0) return othersSuggested
  return found.links.map(({ from, to }) => ({ from, to, keep: 'from' }))
}

const link = (ports: IdentityPorts): GeneralEndpoint =>
  ofPath<GeneralErrorCode>(ports.control, async (integration, { body }) => {
    const input = parseBody(LinkPeopleSchema, body)
    if (input.kind === 'refused') return input
    const links = await meant(ports, integration, input.value)
    if ('kind' in links) return links
    return answerOf(await linkPeople(ports, integration.id, { links: [...links], reason: input.value.reason }))
  })

const undo = (ports: IdentityPorts): GeneralEndpoint =>
  ofPath<GeneralErrorCode>(ports.control, async (integration, { body }) => {
    const input = parseBody(UnlinkPeopleSchema, body)
    if (input.kind === 'refused') return input
    const { to, reason } = input.value
    return answerOf(await unlinkPeople(ports, integration.id, { undone: [...new Set(to)], reason }))
  })

const path = '/manage/integrations/{integration_id}/identity'

export const identityEndpoints = (ports: IdentityPorts) => ({
  [`GET ${path}` as const]: list(ports),
  [`POST ${path}` as const]: link(ports),
  [`POST ${path}/undo` as const]: undo(ports),
  [`GET ${path}/suggestions` as const]: suggest(ports),
})
