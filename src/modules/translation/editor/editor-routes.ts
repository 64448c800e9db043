import { permit } from '#platform/access/rights.ts'
import { levelsSeenBy } from '#platform/access/visibility.ts'
import { isLanguageCode } from '#platform/languages.ts'
import { z } from 'zod'
import type { TextKinds } from '#platform/texts/texts.ts'
import type { PathParameters, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { editorPage } from '../pages/editor-page.ts'
import { reviewPage } from '../pages/review-page.ts'
import { translationPaths } from '../paths.ts'
import { termsIn } from '../terms/term-queries.ts'
import { matchedTerms, type MatchedTerm } from '../terms/term-match.ts'
import { translationRights } from '../translation-rights.ts'
import { nextToTranslate } from '../worklist/work-queries.ts'
import { reviewThing, type TranslationRecord } from './record.ts'
import { languageRow, translationRecord } from './record-queries.ts'
import { refuseStale, reviewRecord, saveTranslation } from './save-commands.ts'
import { entriesOf, segmentFields } from './segment-fields.ts'

/** A record with the terms that occur in its segments, by segment. */
export type EditedRecord = TranslationRecord & { terms: Map<string, MatchedTerm[]> }

/** Translating a record, segment by segment, and reviewing what another has translated. */
export function editorRoutes(site: Site, kinds: TextKinds): void {
  site.form({
    path: translationPaths.record(':to', ':kind', ':id{.+}'),
    name: 'translateRecord',
    summary: 'Translate a record segment by segment; each segment is a field such as `verb-1`.',
    right: 'translation.translate',
    fields: segmentFields,
    read: async (visit, parameters) => {
      const record = await read(visit, kinds, parameters)
      if (record) permit(translationRights, 'translate', visit.actor, record)
      return record && withTerms(visit, record)
    },
    page: editorPage,
    act: async (visit, record, { fields, version }) => {
      const { onward, ...sent } = fields
      const read = entriesOf(record, sent)
      if ('issues' in read) {
        // Segments that are gone were there when the form was opened; the source may have changed while it was read here.
        refuseStale((await languageRow(visit.db, record)) ?? record, version)
        return read
      }
      const { kind, id, language } = record
      const { db, actor, now: at } = visit
      await saveTranslation(db, { actor, at, kinds, kind, id, language, version, entries: read.entries })
      const next = onward === 'next' ? await nextToTranslate(db, record, levelsSeenBy(actor)) : null
      const to = next ?? (onward === 'next' ? null : record)
      return {
        to: to
          ? translationPaths.record(language, to.kind, to.id)
          : `${translationPaths.list}?language=${language}`,
        done: 'translation.saved',
      }
    },
  })

  site.form({
    path: translationPaths.review(':to', ':kind', ':id{.+}'),
    name: 'reviewTranslation',
    summary: 'Say that a translation made by somebody else is right.',
    right: 'translation.review',
    fields: z.strictObject({}),
    read: async (visit, parameters) => {
      const record = await read(visit, kinds, parameters)
      if (record) permit(translationRights, 'review', visit.actor, reviewThing(record))
      return record
    },
    page: reviewPage,
    act: async (visit, { kind, id, language }, { version }) => {
      const { db, actor, now: at } = visit
      await reviewRecord(db, { actor, at, kinds, kind, id, language, version })
      return { to: `${translationPaths.list}?language=${language}&state=human`, done: 'translation.reviewed' }
    },
  })
}

async function read(visit: Visit, kinds: TextKinds, { to = '', kind = '', id = '' }: PathParameters) {
  if (!isLanguageCode(to)) return null
  return translationRecord(visit.db, kinds, { kind, id, language: to }, visit.actor, visit.language)
}

async function withTerms(visit: Visit, record: TranslationRecord): Promise<EditedRecord> {
  const originals = [...new Set(record.fields.map(({ original }) => original))]
  const known = await termsIn(visit.db, [...originals, record.language])
  const terms = record.fields.flatMap(({ original, segments }) =>
    segments.map((segment): [string, MatchedTerm[]] => [
      `${segment.field}-${segment.segment}`,
      matchedTerms(known, segment.source, original, record.language),
    ]),
  )
  return { ...record, terms: new Map(terms) }
}
