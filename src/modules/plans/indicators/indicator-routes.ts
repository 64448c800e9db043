import { z } from 'zod'
import { asCsv } from '#platform/export/csv.ts'
import { permit } from '#platform/access/rights.ts'
import { Refusal } from '#platform/errors.ts'
import { isLanguageCode, languageCodes, type LanguageCode } from '#platform/languages.ts'
import { translationsFor } from '#platform/texts/texts.ts'
import { rule } from '#platform/web/problem.ts'
import type { PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { reasonField } from '../fields.ts'
import { itemRead, type ItemInPlan } from '../item-queries.ts'
import { planPaths } from '../paths.ts'
import { evidenceRead } from '../progress/evidence-link-queries.ts'
import { levelOf } from '../plan-types/plan-type.ts'
import { planType } from '../plan-types/type-queries.ts'
import { actualColumns, actualRows } from './actual-table.ts'
import { dimensionNameFields, readNames } from './dimension-fields.ts'
import { contentFields, readContent, wordFields, wordsOf } from './indicator-fields.ts'
import {
  addIndicator,
  changeIndicatorContent,
  changeIndicatorWords,
  dropIndicator,
  type IndicatorTexts,
} from './indicator-commands.ts'
import { actualsOf, indicatorRead, type IndicatorInPlan } from './indicator-queries.ts'
import { notesOf } from './note-queries.ts'
import { indicatorRights, indicatorThing } from './indicator-rights.ts'
import { indicatorRecord, indicatorShape, type IndicatorRecord } from './indicator-shape.ts'
import { indicatorFields } from './indicator.ts'
import {
  dropIndicatorPage,
  indicatorFormPage,
  newIndicatorPage,
  indicatorWordsPage,
} from './pages/indicator-form-pages.ts'
import { indicatorPage } from './pages/indicator-page.ts'

/** Indicators of items: what everybody reads, and how those who lead a plan write them. */
export function indicatorRoutes(site: Site): void {
  site.form({
    path: planPaths.newIndicator(':item'),
    name: 'new-plan-indicator',
    summary: 'Adds an indicator to an item of a plan, with a baseline or the word “none”, and a target.',
    right: 'plan-indicator.edit',
    fields: z.strictObject({ language: z.enum(languageCodes), ...wordFields, ...contentFields }),
    read: forItem,
    page: newIndicatorPage,
    act: async ({ db, actor, now: at }, { item: { id: item } }, { fields }) => {
      const { language } = fields
      const read = readContent(fields, { language, dimensions: [] })
      if ('issues' in read) return read
      const made = await addIndicator(db, { actor, at, item, language, words: wordsOf(fields), ...read })
      return 'issues' in made ? made : { to: planPaths.indicator(made.id), done: 'indicators.done.saved' }
    },
  })
  site.form({
    path: planPaths.indicatorForm(':indicator'),
    name: 'plan-indicator-content',
    summary: 'Changes an indicator before its plan is presented.',
    right: 'plan-indicator.edit',
    fields: z.strictObject({ ...wordFields, ...contentFields }),
    read: forEdit,
    page: indicatorFormPage,
    act: async ({ db, actor, now: at }, { found }, { fields, version }) => {
      const read = readContent(fields, found.indicator)
      if ('issues' in read) return read
      const { id } = found.indicator
      const revision = Number(version ?? 0)
      await changeIndicatorContent(db, { actor, at, id, revision, words: wordsOf(fields), ...read })
      return { to: planPaths.indicator(id), done: 'indicators.done.saved' }
    },
  })
  wordsRoute(site)
  dropRoute(site)
  site.record({
    path: planPaths.indicator(':indicator'),
    name: 'plan-indicator',
    summary:
      'An indicator of a plan with its baseline, its target, and all that was measured; corrections keep what was said before.',
    query: z.strictObject({}),
    read: readIndicator,
    shape: indicatorShape,
    page: indicatorPage,
    forms: { '.csv': { type: 'text/csv; header=present', write: asTable } },
  })
}

export type WordsSubject = { found: IndicatorInPlan; language: LanguageCode; present: IndicatorTexts }

const wordsRoute = (site: Site): void =>
  site.form({
    path: planPaths.indicatorWords(':indicator', ':language'),
    name: 'plan-indicator-words',
    summary: 'Writes the words of an indicator in one of the six languages.',
    right: 'plan-indicator.edit',
    fields: z.strictObject({ ...wordFields, ...dimensionNameFields }),
    read: async (visit, parameters): Promise<WordsSubject | null> => {
      const { language = '' } = parameters
      return isLanguageCode(language) ? forEdit(visit, parameters, language) : null
    },
    page: indicatorWordsPage,
    act: async ({ db, actor, now: at }, { found, language }, { fields, version }) => {
      const { id, dimensions } = found.indicator
      const read = readNames(fields, language, dimensions)
      if ('issues' in read) return read
      const asked = { id, revision: Number(version ?? 0), language, words: wordsOf(fields) }
      await changeIndicatorWords(db, { actor, at, ...asked, ...read })
      return { to: planPaths.indicator(id), done: 'indicators.done.saved' }
    },
  })

const dropRoute = (site: Site): void =>
  site.form({
    path: planPaths.dropIndicator(':indicator'),
    name: 'plan-indicator-drop',
    summary: 'Takes an indicator out before its plan is presented; it stays readable at its address.',
    right: 'plan-indicator.edit',
    fields: z.strictObject({ reason: reasonField.min(1, rule('rule.required')) }),
    read: (visit, parameters) => forEdit(visit, parameters),
    page: dropIndicatorPage,
    act: async ({ db, actor, now: at }, { found }, { fields: { reason }, version }) => {
      const { id } = found.indicator
      const { item } = await dropIndicator(db, { actor, at, id, revision: Number(version ?? 0), reason })
      return { to: planPaths.item(item), done: 'indicators.done.dropped' }
    },
  })

/** The item to which an indicator is added, for whoever may. */
async function forItem(
  { db, actor, language }: Visit,
  { item: id = '' }: PathParameters,
): Promise<ItemInPlan | null> {
  const found = await itemRead(db, actor, id, language)
  if (found === null) return null
  permit(indicatorRights, 'edit', actor, indicatorThing(found.plan))
  const type = await planType(db, found.plan.type)
  if (type === null || levelOf(type, found.item.level)?.measured !== true)
    throw new Refusal(409, 'indicators.not-measured')
  return found
}

/** An indicator with its words as they were written in a language; in that of the original when none is given. */
async function forEdit(
  visit: Visit,
  { indicator: id = '' }: PathParameters,
  asked?: LanguageCode,
): Promise<WordsSubject | null> {
  const { db, actor } = visit
  const found = await indicatorRead(db, actor, id, visit.language)
  if (found === null) return null
  permit(indicatorRights, 'edit', actor, indicatorThing(found.item.plan))
  const language = asked ?? found.indicator.language
  const all = (await translationsFor(db, [{ kind: 'plan-indicator', id }]))('plan-indicator', id)
  const own = all?.[language]
  const present = Object.fromEntries(indicatorFields.map((field) => [field, own?.[field]?.text ?? '']))
  return { found, language, present: present as IndicatorTexts }
}

export async function readIndicator(
  visit: Visit,
  { indicator: id = '' }: PathParameters,
): Promise<IndicatorRecord | null> {
  const { db, actor, language } = visit
  const found = await indicatorRead(db, actor, id, language)
  if (found === null) return null
  const actuals = await actualsOf(db, [id])
  const links = await evidenceRead(
    db,
    visit,
    actuals.flatMap(({ evidence }) => evidence),
  )
  const isOf = (link: (typeof actuals)[number]['evidence'][number], shown: (typeof links)[number]) =>
    'url' in link ? shown.url === link.url : shown.kind === link.kind && shown.record === link.record
  const evidence = new Map(
    actuals.map((actual) => [
      actual.id,
      actual.evidence.flatMap((link) => links.find((shown) => isOf(link, shown)) ?? []),
    ]),
  )
  const notes = await notesOf(db, actuals, language)
  return indicatorRecord(visit, { found, actuals, evidence, notes })
}

const asTable = (visit: Visit, record: IndicatorRecord): string =>
  asCsv(visit, actualColumns, actualRows(record))
