import { z } from 'zod'
import { languageCodes, type Translated } from '#platform/languages.ts'
import type { Tx } from '#platform/database/tables.ts'
import { rule } from '#platform/web/problem.ts'
import type { Given, Written } from '#platform/web/api/api-resource.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { matrixPaths } from '../paths.ts'
import { editIn, proposeIn, takeStepIn } from './link-commands.ts'
import { linkRecord, linkShape, type LinkRecord } from './link-shape.ts'
import type { LinkStep } from './link-workflow.ts'
import { linkWords } from './link-words-queries.ts'
import { mostRationale, type Link } from './link.ts'

const content = {
  agency: z.string().max(200).describe('Id of a body or an organization, such as body:itu.'),
  rationale: z
    .partialRecord(z.enum(languageCodes), z.string().max(mostRationale, rule('rule.matrix-rationale')))
    .describe('By language; at least in the language of the link.'),
  from: z.iso.date(rule('rule.date')).describe('The first day on which the link holds.'),
  until: z.iso
    .date(rule('rule.date'))
    .nullable()
    .default(null)
    .describe('The last day; null while it is open.'),
}

const newLink = z.strictObject({
  line: z.string().max(80).describe('Code of an action line.'),
  goal: z.string().max(80).nullable().default(null).describe('9 for a whole goal, 9.1 for a target.'),
  objective: z.string().max(80).nullable().default(null).describe('Number of an objective of the Compact.'),
  language: z.enum(languageCodes),
  ...content,
})

const editedLink = z.strictObject(content)

const example = {
  line: 'C2',
  goal: '9.1',
  objective: '1',
  language: 'en',
  agency: 'body:itu',
  rationale: { en: 'Networks that reach every village.' },
  from: '2026-01-01',
  until: null,
}

/** Links as programs write them, by the commands of the forms. */
export function linkApi(site: Site): void {
  site.api.write({
    method: 'POST',
    path: matrixPaths.links,
    name: 'api-new-matrix-link',
    summary: 'Proposes a link of the Matrix.',
    right: 'matrix-link.propose',
    body: newLink,
    example,
    shape: linkShape,
    precondition: 'none',
    act: propose,
  })
  site.api.write({
    method: 'PUT',
    path: matrixPaths.link(':link'),
    name: 'api-matrix-link-content',
    summary: 'Replaces agency, validity and rationale of a link.',
    right: 'matrix-link.edit',
    body: editedLink,
    example: { agency: 'body:itu', rationale: example.rationale, from: example.from, until: '2030-12-31' },
    shape: linkShape,
    precondition: 'required',
    act: replace,
  })
  step(site, 'agree', 'agreement', 'Agrees to a proposed link.', z.strictObject({}))
  step(
    site,
    'withdraw',
    'withdrawal',
    'Withdraws a link, with a reason that everybody reads.',
    z.strictObject({ reason: z.string().min(1, rule('rule.required')).max(2000) }),
  )
}

type Answered = Promise<Written<LinkRecord>>

async function propose(tx: Tx, visit: Visit, { body }: Given<z.infer<typeof newLink>>): Answered {
  const proposed = await proposeIn(tx, {
    ...body,
    actor: visit.actor,
    at: visit.now,
    rationale: given(body.rationale),
  })
  if ('issues' in proposed) return proposed
  const { link } = proposed
  return { ...(await answered(tx, visit, link)), status: 201, location: matrixPaths.link(link.id) }
}

async function replace(
  tx: Tx,
  visit: Visit,
  { body, parameters, revision }: Given<z.infer<typeof editedLink>>,
): Answered {
  const { actor, now: at } = visit
  const id = parameters['link'] ?? ''
  const edited = await editIn(tx, { ...body, actor, at, id, revision, rationale: given(body.rationale) })
  return 'issues' in edited ? edited : answered(tx, visit, edited.link)
}

const step = <Body extends z.ZodObject>(
  site: Site,
  name: LinkStep,
  noun: string,
  summary: string,
  body: Body,
): void =>
  site.api.write({
    method: 'POST',
    path: `${matrixPaths.link(':link')}/${noun}`,
    name: `api-matrix-link-${noun}`,
    summary,
    right: `matrix-link.${name}`,
    body,
    shape: linkShape,
    precondition: 'optional',
    act: async (tx, visit, { body: sent, parameters, revision }) => {
      const { actor, now: at } = visit
      const { reason } = sent as { reason?: string }
      const link = await takeStepIn(tx, name, { actor, at, id: parameters['link'] ?? '', revision, reason })
      return answered(tx, visit, link)
    },
  })

/** What is counted is read with the link itself. */
const answered = async (tx: Tx, visit: Visit, link: Link) => ({
  status: 200 as const,
  body: linkRecord(visit, await linkWords({ ...visit, db: tx }, [link]), link, []),
  revision: link.revision,
})

const given = (texts: Partial<Record<(typeof languageCodes)[number], string | undefined>>): Translated =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined && text.trim() !== ''))
