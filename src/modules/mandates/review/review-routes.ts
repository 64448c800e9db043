import { z } from 'zod'
import { may } from '#platform/access/rights.ts'
import { rule } from '#platform/web/problem.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { describedBy } from '../importing/known-queries.ts'
import { recognizedAs } from '../importing/store-commands.ts'
import { newestTexts } from '../importing/text-queries.ts'
import { revisionRefs } from '../instruments/revision-link-queries.ts'
import { revisionRef } from '../shapes.ts'
import { readerOf } from '../reader.ts'
import { reviewPage } from '../pages/review-page.ts'
import { asResolution } from './as-resolution.ts'
import { correctionForms } from './correction-forms.ts'
import { decisionRoutes } from './decision-routes.ts'
import { draftForms } from './draft-forms.ts'
import { dutyForms } from './duty-forms.ts'
import { importListRoutes } from './import-list-routes.ts'
import { languageRoutes } from './language-routes.ts'
import { openForm } from './open-form.ts'
import { sourceRoutes } from './source-routes.ts'
import { suggestionRoutes } from './suggestion-routes.ts'
import { textRoutes } from './text-routes.ts'
import { unitForms } from './unit-forms.ts'
import { doubtfulUnits } from './doubt.ts'
import type { Import } from './import.ts'
import { importRights, maySeeImport, thingOf } from './import-rights.ts'
import { blocksBetween, importById, underReview } from './review-queries.ts'
import { importRecord, reviewShape, textRecord, type ReviewRecord } from './review-shape.ts'
import type { ReviewedText, ReviewedUnit } from './reviewed-text.ts'

const query = z.strictObject({
  after: z.string().max(100, rule('rule.short-text')).optional(),
  only: z.enum(['doubtful', 'unchecked']).optional(),
})

type Query = z.infer<typeof query>

/** From a file to the register, and back to what people and the parser said. */
export function reviewRoutes(site: Site): void {
  openForm(site)
  importListRoutes(site)
  site.record({
    path: '/imports/:import',
    name: 'import',
    summary: 'An import: the file, what the parser suggests, and what people made of it, in parts.',
    query,
    read,
    shape: reviewShape,
    page: reviewPage,
  })
  unitForms(site)
  dutyForms(site)
  draftForms(site)
  correctionForms(site)
  decisionRoutes(site)
  sourceRoutes(site)
  languageRoutes(site)
  textRoutes(site)
  suggestionRoutes(site)
}

const unitsAtOnce = 25

async function read(visit: Visit, { import: id = '' }: Record<string, string>, asked: Query) {
  const { db, actor } = visit
  const draft = await importById(db, id)
  if (draft === null || !maySeeImport(actor, draft)) return null
  const { text } = await underReview(db, id)
  const part = partOf(text, asked)
  if (part === null) return null
  const first = part.units[0]?.place ?? 0
  const last = part.until ?? Number.MAX_SAFE_INTEGER
  const [reader, blocks, recognized] = await Promise.all([
    readerOf(visit),
    blocksBetween(db, id, part.isFirst ? 0 : first, Math.min(last, 2 ** 31 - 1)),
    recognizedFor(visit, draft, text),
  ])
  const { number, body, place, year } = text.head
  const record: ReviewRecord = {
    ...importRecord(reader, draft),
    title: text.head.title,
    version: draft.lastDecision,
    number,
    body,
    place,
    year,
    recognized,
    ...textRecord(reader, text, { units: part.units, blocks }),
    next: part.next,
    may: {
      review: may(importRights, 'review', actor, thingOf(draft)),
      confirm: may(importRights, 'confirm', actor, thingOf(draft)),
      abandon: may(importRights, 'abandon', actor, thingOf(draft)),
    },
  }
  return record
}

/** The units of one page, and the place in the source where the next begins; null when there is no such unit. */
function partOf(text: ReviewedText, { after, only }: Query) {
  const doubts = doubtfulUnits(text)
  const isAsked = ({ id, checked }: ReviewedUnit) =>
    only === undefined || (!checked && (only === 'unchecked' || doubts.has(id)))
  const start = after === undefined ? 0 : text.units.findIndex(({ id }) => id === after) + 1
  if (after !== undefined && start === 0) return null
  const left = text.units.slice(start).filter(isAsked)
  const units = left.slice(0, unitsAtOnce)
  const last = units.at(-1)
  const following = last && text.units.find(({ place }) => place > last.place)
  return {
    units,
    next: left.length > unitsAtOnce ? (last?.id ?? null) : null,
    until: following?.place ?? null,
    isFirst: start === 0,
  }
}

async function recognizedFor(
  visit: Visit,
  draft: Import,
  text: ReviewedText,
): Promise<ReviewRecord['recognized']> {
  const { db } = visit
  const found =
    draft.revision === null
      ? await recognizedAs(db, asResolution(text), draft.origin)
      : { kind: 'revision' as const, revision: draft.revision }
  const id = found.kind === 'revision' ? found.revision : null
  if (id === null)
    return {
      kind: found.kind,
      revision: null,
      instrument: found.kind === 'new-revision' ? found.instrument : null,
      texts: [],
      describedBy: null,
    }
  const [refs, texts, described] = await Promise.all([
    revisionRefs(db, [id]),
    newestTexts(db, id),
    describedBy(db, id),
  ])
  const ref = refs.get(id) ?? null
  return {
    kind: 'revision',
    revision: ref === null ? null : revisionRef(visit, ref),
    instrument: ref?.instrument ?? null,
    texts: texts.map(({ language }) => language),
    describedBy: described,
  }
}
