import { z } from 'zod'
import { permit } from '#platform/access/rights.ts'
import { rule } from '#platform/web/problem.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { abandonmentPage, acceptancePage, confirmationPage, withdrawalPage } from '../pages/draft-pages.ts'
import {
  asidePage,
  headPage,
  sectionPage,
  type AsideSubject,
  type SectionSubject,
} from '../pages/section-form-page.ts'
import { mandatePaths } from '../paths.ts'
import { acceptSure, decide, undoDecision } from './decision-commands.ts'
import type { Edit } from './edit.ts'
import { importRights, thingOf } from './import-rights.ts'
import { abandonImport, confirmImport } from './review-commands.ts'
import { reviewPaths } from './review-paths.ts'
import { backTo, draftSubject, type DraftSubject } from './review-subject.ts'
import { addressesOf } from './unit-addresses.ts'

const nothing = z.strictObject({})

const headForm = z.strictObject({
  title: z.string().max(1000, rule('rule.long-text')).optional(),
  number: z.string().max(80, rule('rule.short-text')).optional(),
  body: z.string().max(400, rule('rule.short-text')).optional(),
  place: z.string().max(120, rule('rule.short-text')).optional(),
  year: z
    .string()
    .regex(/^(?:19|20|21)\d\d$/, rule('rule.year'))
    .optional(),
  revision: z.string().max(40, rule('rule.short-text')).optional(),
})

const headEdit = ({ year, ...head }: z.infer<typeof headForm>): Edit => ({
  kind: 'set-head',
  head: {
    title: head.title ?? null,
    number: head.number ?? null,
    body: head.body ?? null,
    place: head.place ?? null,
    year: year === undefined ? null : Number(year),
    revision: head.revision ?? null,
  },
})

/** Forms about sections, what was set aside, and the draft as a whole. */
export function draftForms(site: Site): void {
  site.form({
    path: '/imports/:import/sections/:section',
    name: 'correctSection',
    summary: 'Make a section preamble or operative part, or its heading a provision of the section before.',
    right: 'import.review',
    fields: z.strictObject({ role: z.enum(['preamble', 'operative', 'provision']) }),
    read: async (visit, parameters): Promise<SectionSubject | null> => {
      const subject = await draftSubject(visit, parameters)
      const section = subject?.text.sections.find(({ key }) => key === parameters['section'])
      return subject && section ? { ...subject, section } : null
    },
    page: sectionPage,
    act: (visit, subject, { fields, version }) => {
      const section = subject.section.key
      const edit: Edit =
        fields.role === 'provision'
          ? { kind: 'join-section', section }
          : { kind: 'turn-section', section, to: fields.role }
      const first = subject.text.units.find((unit) => unit.section === section)?.id ?? ''
      return decided(visit, subject, { edit, version, field: 'role', unit: first })
    },
  })
  site.form({
    path: '/imports/:import/asides/:aside',
    name: 'putBack',
    summary: 'Put a text that was set aside back behind one of the units.',
    right: 'import.review',
    fields: z.strictObject({
      after: z.string({ error: rule('rule.required') }).max(200, rule('rule.short-text')),
    }),
    read: async (visit, parameters): Promise<AsideSubject | null> => {
      const subject = await draftSubject(visit, parameters)
      const aside = subject?.text.setAside.find(({ id }) => id === parameters['aside'])
      return subject && aside ? { ...subject, aside } : null
    },
    page: asidePage,
    act: async (visit, subject, { fields, version }) => {
      const after = [...addressesOf(subject.text)].find(([, address]) => address === fields.after)?.[0]
      if (after === undefined)
        return { issues: [{ field: 'after', key: 'form.value.wrong', rule: 'rule.unit-address' }] }
      const edit: Edit = { kind: 'put-back', aside: subject.aside.id, after }
      return decided(visit, subject, { edit, version, field: 'after', unit: after })
    },
  })
  site.form({
    path: '/imports/:import/head',
    name: 'correctHead',
    summary: 'Say which resolution the text is: title, number, organ, place, year.',
    right: 'import.review',
    fields: headForm,
    read: draftSubject,
    page: headPage,
    act: (visit, subject, { fields, version }) =>
      decided(visit, subject, { edit: headEdit(fields), version, field: 'number', unit: '' }),
  })
  wholeDraft(site)
}

function wholeDraft(site: Site) {
  site.form({
    path: '/imports/:import/acceptance',
    name: 'acceptSureUnits',
    summary: 'Find all units right of which the parser was sure and that nobody has looked at.',
    right: 'import.review',
    fields: nothing,
    read: draftSubject,
    page: acceptancePage,
    act: async ({ db, actor, now }, { draft }, { version }) => {
      const issues = await acceptSure(db, { actor, at: now, id: draft.id, seen: version })
      return issues.length > 0 ? { issues } : { to: reviewPaths.import(draft.id), done: 'review.done' }
    },
  })
  site.form({
    path: '/imports/:import/withdrawal',
    name: 'undoDecision',
    summary: 'Take the last decision back.',
    right: 'import.review',
    fields: nothing,
    read: draftSubject,
    page: withdrawalPage,
    act: async ({ db, actor, now }, { draft }, { version }) => {
      const issues = await undoDecision(db, { actor, at: now, id: draft.id, seen: version })
      return issues.length > 0 ? { issues } : { to: reviewPaths.import(draft.id), done: 'review.undone' }
    },
  })
  site.form({
    path: '/imports/:import/confirmation',
    name: 'confirmImport',
    summary: 'Store the reviewed text with its revision.',
    right: 'import.confirm',
    fields: nothing,
    read: permitted('confirm'),
    page: confirmationPage,
    act: async ({ db, actor, now }, { draft }, { version }) => {
      const { revision } = await confirmImport(db, { actor, at: now, id: draft.id, seen: version })
      return { to: mandatePaths.revision(revision), done: 'review.confirmed' }
    },
  })
  site.form({
    path: '/imports/:import/abandonment',
    name: 'abandonImport',
    summary: 'Give up a draft; nothing of it comes into the register.',
    right: 'import.abandon',
    fields: z.strictObject({ reason: z.string().max(2000, rule('rule.long-text')).optional() }),
    read: permitted('abandon'),
    page: abandonmentPage,
    act: async ({ db, actor, now }, { draft }, { version, fields }) => {
      await abandonImport(db, { actor, at: now, id: draft.id, seen: version, reason: fields.reason })
      return { to: reviewPaths.imports, done: 'review.abandoned' }
    },
  })
}

const permitted =
  (step: 'confirm' | 'abandon') =>
  async (visit: Visit, parameters: Record<string, string>): Promise<DraftSubject | null> => {
    const subject = await draftSubject(visit, parameters)
    if (subject) permit(importRights, step, visit.actor, thingOf(subject.draft))
    return subject
  }

async function decided(
  { db, actor, now }: Visit,
  subject: DraftSubject,
  { edit, version, field, unit }: { edit: Edit; version: string | null; field: string; unit: string },
) {
  const { draft } = subject
  const seen = { draft: version }
  const issues = await decide(db, { actor, at: now, id: draft.id, edits: [edit], seen, field })
  return issues.length > 0 ? { issues } : backTo(subject, unit, 'review.done')
}
