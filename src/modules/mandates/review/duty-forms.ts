import { z } from 'zod'
import { allBodies, isNameOf, type Body } from '#modules/accounts/index.ts'
import { rule } from '#platform/web/problem.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { cadences } from '../duties/duty.ts'
import { dutyPage, newDutyPage, removalPage } from '../pages/duty-form-page.ts'
import { decide } from './decision-commands.ts'
import type { DutyFields, Edit } from './edit.ts'
import { shownSide, sides, type DutySubject } from './duty-side.ts'
import { backTo, draftSubject, unitSubject, withUnit, type UnitSubject } from './review-subject.ts'
import type { ReviewedDuty } from './reviewed-text.ts'

const names = z.string().max(2000, rule('rule.long-text')).optional()
const words = z.string().max(2000, rule('rule.long-text')).optional()

const dutyFields = z.strictObject({
  force: z.enum(['decides', 'instructs', 'requests', 'invites', 'courtesy', 'statement']),
  addressees: names,
  verb: z.string().max(200, rule('rule.short-text')).optional(),
  deliverable: words,
  recipients: names,
  via: names,
  cadence: z.enum(cadences).optional(),
  basis: z.enum(['explicit', 'implied']).optional(),
  deadline: words,
  year: z
    .string()
    .regex(/^(?:19|20|21)\d\d$/, rule('rule.year'))
    .optional(),
})

type Fields = z.infer<typeof dutyFields>

/** Forms about the duties of a unit. */
export function dutyForms(site: Site): void {
  const right = 'import.review'
  site.form({
    path: '/imports/:import/units/:unit/duties/new',
    name: 'addDuty',
    summary: 'Add a duty that the parser did not see.',
    right,
    fields: dutyFields,
    read: async (visit, parameters) => {
      const subject = await unitSubject(visit, parameters)
      return subject !== null && isOperative(subject) ? subject : null
    },
    page: newDutyPage,
    act: async (visit, subject, { fields, version }) => {
      const set = await fieldsOf(visit, fields)
      return decided(visit, subject, { kind: 'add-duty', unit: subject.unit.id, set }, version)
    },
  })
  site.form({
    path: '/imports/:import/duties/:duty',
    name: 'correctDuty',
    summary: 'Say who must do what, for whom, through whom, how often and by when.',
    right,
    fields: dutyFields,
    read: dutySubject,
    page: dutyPage,
    act: async (visit, subject, { fields, version }) => {
      const set = changesOf(subject.duty, await fieldsOf(visit, fields), subject)
      return decided(visit, subject, { kind: 'set-duty', duty: subject.duty.id, set }, version)
    },
  })
  site.form({
    path: '/imports/:import/duties/:duty/removal',
    name: 'removeDuty',
    summary: 'Take away what is no duty.',
    right,
    fields: z.strictObject({}),
    read: dutySubject,
    page: removalPage,
    act: (visit, subject, { version }) =>
      decided(visit, subject, { kind: 'drop-duty', duty: subject.duty.id }, version),
  })
}

async function dutySubject(visit: Visit, parameters: Record<string, string>): Promise<DutySubject | null> {
  const subject = await draftSubject(visit, parameters)
  const duty = subject?.text.duties.find(({ id }) => id === parameters['duty'])
  const unit = subject?.text.units.find(({ id }) => id === duty?.unit)
  if (!subject || !duty || !unit) return null
  return { ...(await withUnit(visit, subject, unit)), duty }
}

const isOperative = ({ text, unit }: UnitSubject) =>
  text.sections.some(({ key, kind }) => key === unit.section && kind === 'operative')

async function decided({ db, actor, now }: Visit, subject: UnitSubject, edit: Edit, touched: string | null) {
  const { draft, unit } = subject
  const seen = { unit: unit.id, touched }
  const issues = await decide(db, { actor, at: now, id: draft.id, edits: [edit], seen })
  return issues.length > 0 ? { issues } : backTo(subject, unit.id, 'review.done')
}

async function fieldsOf({ db }: Visit, fields: Fields): Promise<DutyFields> {
  const bodies = await allBodies(db)
  const [who, whom, through] = [fields.addressees, fields.recipients, fields.via].map((one) =>
    sideOf(one, bodies),
  )
  return {
    addressees: who?.printed ?? [],
    addresseeIds: who?.ids ?? [],
    recipients: whom?.printed ?? [],
    recipientIds: whom?.ids ?? [],
    via: through?.printed ?? [],
    viaIds: through?.ids ?? [],
    verb: fields.verb ?? null,
    deliverable: fields.deliverable ?? null,
    cadence: { value: fields.cadence ?? null, basis: fields.basis ?? 'implied' },
    deadline: fields.deadline ?? null,
    deadlineYear: fields.year === undefined ? null : Number(fields.year),
    force: fields.force,
  }
}

/** One name a line: an id, an acronym, or the name of a body in any language; others are kept as they are written. */
function sideOf(text: string | undefined, bodies: Body[]): { printed: string[]; ids: string[] } {
  const lines = (text ?? '').split('\n').map((line) => line.trim())
  const printed = [...new Set(lines.filter((line) => line !== ''))]
  const ids = printed.flatMap((line) => bodyNamed(line, bodies)?.id ?? [])
  return { printed, ids: [...new Set(ids)] }
}

const bodyNamed = (line: string, bodies: Body[]): Body | undefined =>
  bodies.find(({ id }) => id === line) ??
  bodies.find(({ acronym }) => acronym === line) ??
  bodies.find((body) => isNameOf(line, body))

/** Only what differs is a decision of the person: a name that stands for the same bodies is left as it was printed. */
function changesOf(duty: ReviewedDuty, set: DutyFields, { reader }: DutySubject): Partial<DutyFields> {
  const changes: Partial<DutyFields> = {}
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
  for (const [side, ids] of sides) {
    const [before, now] = [shownSide(duty, side, ids, reader), set[side]]
    if (!same(before, now)) Object.assign(changes, { [side]: now, [ids]: set[ids] })
  }
  for (const name of ['verb', 'deliverable', 'cadence', 'deadline', 'deadlineYear', 'force'] as const)
    if (!same(duty[name] ?? null, set[name])) Object.assign(changes, { [name]: set[name] })
  return changes
}
