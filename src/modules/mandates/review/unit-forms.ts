import { z } from 'zod'
import type { Issue } from '#platform/errors.ts'
import { rule } from '#platform/web/problem.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { checkPage, divisionPage, mergerPage, unitPage } from '../pages/unit-page.ts'
import { decide } from './decision-commands.ts'
import type { Edit } from './edit.ts'
import { breaksIn } from './division.ts'
import { backTo, unitSubject, type UnitSubject } from './review-subject.ts'
import { addressesOf } from './unit-addresses.ts'

/** What a unit can be beside a provision of its own. */
const unitRoles = [
  'provision',
  'closing',
  'heading-operative',
  'heading-preamble',
  'footnote',
  'aside',
] as const

const unitLevels = ['same', 'in', 'out'] as const

const unitFields = z.strictObject({
  label: z.string().max(20, rule('rule.label')).optional(),
  level: z.enum(unitLevels).optional(),
  role: z.enum(unitRoles).optional(),
  mark: z.string().max(20, rule('rule.label')).optional(),
  of: z.string().max(200, rule('rule.short-text')).optional(),
})

type UnitFields = z.infer<typeof unitFields>

const nothing = z.strictObject({})

/** Forms about the borders, the label and the place of one unit. */
export function unitForms(site: Site): void {
  const right = 'import.review'
  site.form({
    path: '/imports/:import/units/:unit',
    name: 'correctUnit',
    summary: 'Give a unit another label, another level, or make it something else than a provision.',
    right,
    fields: unitFields,
    read: unitSubject,
    page: unitPage,
    act: async (visit, subject, { fields, version }) => {
      const asked = editsOf(subject, fields)
      if ('issues' in asked) return asked
      return decided(visit, subject, { edits: asked.edits, touched: version, field: asked.field })
    },
  })
  site.form({
    path: '/imports/:import/units/:unit/division',
    name: 'divideUnit',
    summary: 'Divide a unit where an empty line was put into its text.',
    right,
    fields: z.strictObject({
      text: z.string({ error: rule('rule.required') }).max(100_000, rule('rule.unchanged-letters')),
      below: z.literal('yes').optional(),
    }),
    read: unitSubject,
    page: divisionPage,
    act: async (visit, subject, { fields, version }) => {
      const breaks = breaksIn(subject.unit.text, fields.text)
      if ('broken' in breaks)
        return { issues: [{ field: 'text', key: 'form.value.wrong', rule: breaks.broken }] }
      const edit: Edit = {
        kind: 'split',
        unit: subject.unit.id,
        at: breaks.at,
        below: fields.below === 'yes',
      }
      return decided(visit, subject, { edits: [edit], touched: version, field: 'text' })
    },
  })
  site.form({
    path: '/imports/:import/units/:unit/merger',
    name: 'mergeUnit',
    summary: 'Join a unit to the one before it.',
    right,
    fields: nothing,
    read: unitSubject,
    page: mergerPage,
    act: (visit, subject, { version }) =>
      decided(visit, subject, { edits: [{ kind: 'merge', unit: subject.unit.id }], touched: version }),
  })
  site.form({
    path: '/imports/:import/units/:unit/check',
    name: 'checkUnit',
    summary: 'Find a unit and its duties right as they are.',
    right,
    fields: nothing,
    read: unitSubject,
    page: checkPage,
    act: (visit, subject, { version }) =>
      decided(visit, subject, { edits: [{ kind: 'check', units: [subject.unit.id] }], touched: version }),
  })
}

async function decided(
  { db, actor, now }: Visit,
  subject: UnitSubject,
  { edits, touched, field }: { edits: Edit[]; touched: string | null; field?: string },
) {
  const { draft, unit } = subject
  const seen = { unit: unit.id, touched }
  const issues = await decide(db, { actor, at: now, id: draft.id, edits, seen, field })
  return issues.length > 0 ? { issues } : backTo(subject, unit.id, 'review.done')
}

/** What was filled in, as edits; a form that changes nothing says that the unit is right. */
function editsOf(
  { unit, text }: UnitSubject,
  { label, level = 'same', role = 'provision', mark, of }: UnitFields,
): { edits: Edit[]; field?: string } | { issues: Issue[] } {
  const id = unit.id
  if (role === 'closing') return { edits: [{ kind: 'close', unit: id }], field: 'role' }
  if (role === 'aside') return { edits: [{ kind: 'set-aside', unit: id }], field: 'role' }
  if (role === 'footnote') {
    if (mark === undefined)
      return { issues: [{ field: 'mark', key: 'form.value.wrong', rule: 'rule.required' }] }
    const target = of === undefined ? null : unitAt(text, of)
    if (target === undefined)
      return { issues: [{ field: 'of', key: 'form.value.wrong', rule: 'rule.unit-address' }] }
    return { edits: [{ kind: 'note', unit: id, mark, of: target }], field: 'mark' }
  }
  if (role !== 'provision') {
    const to = role === 'heading-operative' ? 'operative' : 'preamble'
    return { edits: [{ kind: 'open-section', unit: id, to }], field: 'role' }
  }
  const edits: Edit[] = []
  if ((label ?? null) !== unit.label) edits.push({ kind: 'relabel', unit: id, label: label ?? null })
  if (level !== 'same') edits.push({ kind: level === 'in' ? 'indent' : 'outdent', unit: id })
  if (edits.length === 0) edits.push({ kind: 'check', units: [id] })
  return { edits, field: level === 'same' ? 'label' : 'level' }
}

function unitAt(text: UnitSubject['text'], address: string): string | undefined {
  return [...addressesOf(text)].find(([, one]) => one === address)?.[0]
}
