import { sql } from 'kysely'
import type { SubjectKind } from '#platform/past/subject.ts'
import { inLanguage } from '#platform/languages.ts'
import { reportPaths } from '../paths.ts'
import { draftsSeenBy } from '../report-queries.ts'
import { sectionsWhere } from '../sections/section-queries.ts'
import { commentsWhere, suggestionsWhere } from './talk-queries.ts'
import './tables.ts'

/** The history of what was said of drafts, for those who see or saw them. */
export const talkSubjects: SubjectKind[] = (['comment', 'suggestion'] as const).map((kind) => ({
  kind: `report-${kind}`,
  noun: `report-${kind}`,
  seenBy: (actor) => sql`exists (
    select from ${sql.table(`report_${kind}s`)} said join reports r on r.id = said.report
    where said.id = h.subject_id and ${draftsSeenBy(actor)})`,
  named: async ({ db, actor, language, t }, ids) => {
    const said =
      kind === 'comment'
        ? await commentsWhere(db, actor, sql`c.id = any(${[...ids]}::text[])`)
        : await suggestionsWhere(db, actor, sql`g.id = any(${[...ids]}::text[])`)
    const sections = await sectionsWhere(db, sql`s.id = any(${said.map((one) => one.section)}::text[])`)
    const names = new Map(sections.map(({ id, name }) => [id, inLanguage(name, language)?.text ?? id]))
    return new Map(
      said.map(({ id, section }) => [
        id,
        {
          label: `${t(`noun.report-${kind}`)}: ${names.get(section) ?? section}`,
          path: reportPaths[kind](id),
        },
      ]),
    )
  },
}))
