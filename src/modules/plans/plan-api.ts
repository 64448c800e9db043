import { z } from 'zod'
import { notFound } from '#platform/errors.ts'
import { languageCodes } from '#platform/languages.ts'
import type { Tx } from '#platform/database/tables.ts'
import type { Given, Written } from '#platform/web/api/api-resource.ts'
import { rule } from '#platform/web/problem.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { day, planWordFields, planWordsOf } from './drafting/plan-fields.ts'
import { linksOf } from './drafting/link-routes.ts'
import { addItemIn, changeItemIn } from './item-commands.ts'
import { readItem } from './item-routes.ts'
import { itemFieldLetters, itemFields, itemTrees, mostLinks, partyRoles, type ItemField } from './item.ts'
import type { ItemContent } from './item-row-commands.ts'
import { itemShape, type ItemRecord } from './item-shape.ts'
import { linkItemIn } from './link-commands.ts'
import { planPaths } from './paths.ts'
import { startPlanIn, takePlanStepIn } from './plan-commands.ts'
import { readPlan } from './plan-routes.ts'
import { planShape, type PlanRecord } from './plan-shape.ts'
import { planSteps } from './plan-steps.ts'
import { bodyNamed, unknownIn, type Named } from './unknown-codes.ts'

const code = z.string().max(80)

const decimal = (step: number, most: number, words: 'rule.amount' | 'rule.staff-months') =>
  z.number().multipleOf(step, rule(words)).min(0, rule(words)).max(most, rule(words))

const newPlan = z.strictObject({
  type: code.describe('Id of a type of plan, such as road-map.'),
  language: z.enum(languageCodes),
  actionLine: code.nullable().default(null).describe('Of a road map.'),
  lead: code.describe('Id of the body that leads.'),
  facilitators: z.array(code).max(50).default([]),
  startsOn: day,
  endsOn: day,
  ...planWordFields,
  title: planWordFields.title.trim().min(1, rule('rule.required')),
})

const itemContent = {
  title: z.string().trim().min(1, rule('rule.required')).max(itemFieldLetters.title, rule('rule.title')),
  text: z.string().max(itemFieldLetters.text, rule('rule.long-text')).default(''),
  result: z.string().max(itemFieldLetters.result, rule('rule.text-5000')).default(''),
  risks: z.string().max(itemFieldLetters.risks, rule('rule.text-5000')).default(''),
  lead: code.nullable().default(null),
  parties: z
    .array(z.strictObject({ role: z.enum(partyRoles), kind: z.enum(['body', 'organization']), party: code }))
    .max(100)
    .default([]),
  codes: z
    .array(z.strictObject({ tree: z.enum(itemTrees), code }))
    .max(300)
    .default([]),
  startsOn: day.nullable().default(null),
  deadlineOn: day.nullable().default(null),
  deadlineTime: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, rule('rule.time'))
    .nullable()
    .default(null),
  amount: decimal(0.01, 9_999_999_999_999, 'rule.amount').nullable().default(null),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, rule('rule.currency'))
    .nullable()
    .default(null),
  staffMonths: decimal(0.1, 999_999, 'rule.staff-months').nullable().default(null),
}

const changedItem = z.strictObject(itemContent)

const newItem = z.strictObject({
  parent: code.nullable().default(null).describe('Id of the item above; null at the top.'),
  level: code.describe('Code of a level of the type.'),
  language: z.enum(languageCodes),
  ...itemContent,
})

const step = z.strictObject({
  step: z.enum(planSteps as [(typeof planSteps)[number], ...typeof planSteps]),
  commentsUntil: day.optional(),
  reason: z.string().min(1).max(5000, rule('rule.text-5000')).optional(),
})

const exampleItem = { parent: null, level: 'objective', language: 'en', title: 'Networks that people trust' }

/** Plans as programs write them, by the commands of the forms. */
export function planApi(site: Site): void {
  site.api.write({
    method: 'POST',
    path: planPaths.plans,
    name: 'api-new-plan',
    summary: 'Makes a plan: a draft without items.',
    right: 'plan.make',
    body: newPlan,
    shape: planShape,
    example: {
      type: 'road-map',
      language: 'en',
      actionLine: 'C5',
      lead: 'itu',
      startsOn: '2027-01-01',
      endsOn: '2028-12-31',
      title: 'Road map for C5',
    },
    precondition: 'none',
    act: async (tx, visit, { body }) => {
      const by = { actor: visit.actor, at: visit.now }
      const { lead, facilitators, actionLine: line } = body
      const issues = await unknownIn(visit, {
        parties: [
          ...bodyNamed('lead', lead),
          ...facilitators.flatMap((one, at) => bodyNamed(`facilitators.${at}`, one)),
        ],
        codes: line === null ? [] : [{ field: 'actionLine', tree: 'action-lines', code: line }],
      })
      if (issues.length > 0) return { issues }
      const made = await startPlanIn(tx, { ...by, ...body, words: planWordsOf(body) })
      if ('issues' in made) return made
      return { ...(await planNow(tx, visit, made.id)), status: 201, location: planPaths.plan(made.id) }
    },
  })
  site.api.write({
    method: 'POST',
    path: `${planPaths.plan(':plan')}/steps`,
    name: 'api-plan-step',
    summary: 'Takes a plan a step on.',
    right: 'plan.consult',
    body: step,
    shape: planShape,
    example: { step: 'consult', commentsUntil: '2027-03-31' },
    precondition: 'optional',
    act: async (tx, visit, { body, parameters, revision }) => {
      const id = parameters['plan'] ?? ''
      const asked = {
        actor: visit.actor,
        at: visit.now,
        id,
        ...body,
        ...(revision === undefined ? {} : { revision }),
      }
      if (body.step === 'send-back' && body.reason === undefined)
        return { issues: [{ field: 'reason', key: 'form.value.wrong', rule: 'rule.required' }] }
      const { issues } = await takePlanStepIn(tx, body.step, asked)
      return issues.length > 0 ? { issues } : planNow(tx, visit, id)
    },
  })
  itemWrites(site)
}

function itemWrites(site: Site): void {
  site.api.write({
    method: 'POST',
    path: `${planPaths.plan(':plan')}/items`,
    name: 'api-new-plan-item',
    summary: 'Adds an item at the end of its place.',
    right: 'plan.edit',
    body: newItem,
    shape: itemShape,
    example: exampleItem,
    precondition: 'none',
    act: addOne,
  })
  site.api.write({
    method: 'PUT',
    path: planPaths.item(':item'),
    name: 'api-plan-item-content',
    summary: 'Replaces all of an item but its links and its place.',
    right: 'plan.edit',
    body: changedItem,
    shape: itemShape,
    example: { title: 'Networks that people trust', deadlineOn: '2027-06-30' },
    precondition: 'required',
    act: changeOne,
  })
  site.api.write({
    method: 'PUT',
    path: planPaths.itemLinks(':item'),
    name: 'api-plan-item-links',
    summary: 'Replaces the records to which an item is linked.',
    right: 'plan.link',
    body: z.strictObject({
      links: z.array(z.strictObject({ kind: code, record: z.string().max(300) })).max(mostLinks),
    }),
    shape: itemShape,
    example: { links: [{ kind: 'duty', record: 'pp-140-dubai-2018/resolves/6/i#1' }] },
    precondition: 'required',
    act: async (tx, visit, { body, parameters, revision }) => {
      const id = parameters['item'] ?? ''
      const read = await linksOf(
        visit,
        body.links.map(({ kind, record }) => `${kind} ${record}`),
        [],
      )
      if ('issues' in read) return { issues: read.issues.map((issue) => ({ ...issue, field: 'links' })) }
      await linkItemIn(tx, { actor: visit.actor, at: visit.now, id, revision, links: read.links })
      return itemNow(tx, visit, id)
    },
  })
}

async function addOne(
  tx: Tx,
  visit: Visit,
  { body, parameters }: Given<z.infer<typeof newItem>>,
): Promise<Written<ItemRecord>> {
  const content = contentOf(body)
  const issues = await unknownIn(visit, namedIn(content))
  if (issues.length > 0) return { issues }
  const { parent, level, language } = body
  const by = { actor: visit.actor, at: visit.now, plan: parameters['plan'] ?? '' }
  const made = await addItemIn(tx, { ...by, parent, level, language, words: wordsOf(body), content })
  if ('issues' in made) return made
  return { ...(await itemNow(tx, visit, made.id)), status: 201, location: planPaths.item(made.id) }
}

async function changeOne(
  tx: Tx,
  visit: Visit,
  { body, parameters, revision }: Given<z.infer<typeof changedItem>>,
): Promise<Written<ItemRecord>> {
  const id = parameters['item'] ?? ''
  const content = contentOf(body)
  const issues = await unknownIn(visit, namedIn(content))
  if (issues.length > 0) return { issues }
  const by = { actor: visit.actor, at: visit.now, id, revision }
  const changed = await changeItemIn(tx, { ...by, content, words: wordsOf(body) })
  return 'issues' in changed ? changed : itemNow(tx, visit, id)
}

type TypedItem = z.infer<typeof changedItem>

const contentOf = (content: TypedItem): ItemContent => ({
  lead: content.lead,
  parties: content.parties,
  codes: content.codes,
  startsOn: content.startsOn,
  deadlineOn: content.deadlineOn,
  deadlineTime: content.deadlineTime,
  amount: content.amount,
  currency: content.currency,
  staffMonths: content.staffMonths,
})

const namedIn = ({ lead, parties, codes }: ItemContent): Named => ({
  parties: [
    ...bodyNamed('lead', lead),
    ...parties.map(({ kind, party }, at) => ({ field: `parties.${at}.party`, kind, party })),
  ],
  codes: codes.map((one, at) => ({ field: `codes.${at}.code`, ...one })),
})

const wordsOf = (body: TypedItem): Record<ItemField, string> =>
  Object.fromEntries(itemFields.map((field) => [field, body[field].trim()])) as Record<ItemField, string>

async function planNow(tx: Tx, visit: Visit, id: string) {
  const body: PlanRecord | null = await readPlan({ ...visit, db: tx }, { plan: id })
  if (body === null) throw notFound()
  return { status: 200 as const, body, revision: body.revision }
}

async function itemNow(tx: Tx, visit: Visit, id: string) {
  const body: ItemRecord | null = await readItem({ ...visit, db: tx }, { item: id })
  if (body === null) throw notFound()
  return { status: 200 as const, body, revision: body.revision }
}
