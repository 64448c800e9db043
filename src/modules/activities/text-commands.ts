import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/tables.ts'
import type { ModuleJob } from '#platform/module.ts'
import { holdTexts, removeTexts, textsOf, writeSources, type SourceText } from '#platform/texts/texts.ts'
import { asActivity } from './activity-row.ts'
import type { Activity } from './activity.ts'
import { proseFields, reasonedLists, whyField } from './content.ts'

const atOnce = 100

/**
 * Offers the texts of published entries to translators, soon after they are published. Apart from publishing, so that
 * thousands that come with a file are not kept waiting for it.
 */
export const textsJob: ModuleJob = {
  name: 'activities.texts',
  cron: '* * * * *',
  at: 'one',
  run: async ({ db, now, isStopping }) => {
    while (!isStopping() && (await offerTexts(db, now())) > 0);
  },
}

/** Writes the texts of some that have changed since; resolves to how many. */
export const offerTexts = (db: Db, at: Date): Promise<number> =>
  db.transaction().execute(async (tx) => {
    const changed = await sql<{ id: string }>`
      select a.id from activities a left join activity_texts t on t.activity = a.id
      where a.published is not null and a.state <> 'merged' and t.number is distinct from a.published_revision
      order by a.changed_at, a.id limit ${atOnce} for update of a skip locked`.execute(tx)
    const ids = changed.rows.map(({ id }) => id)
    if (ids.length > 0) await offerTextsOf(tx, ids, at)
    return ids.length
  })

/** The same for some published entries that the transaction chooses. */
export async function offerTextsOf(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  const rows = await tx
    .selectFrom('activities')
    .selectAll()
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute()
  await writeTexts(tx, rows.map(asActivity), at)
}

async function writeTexts(tx: Tx, activities: Activity[], at: Date): Promise<void> {
  await holdTexts(
    tx,
    activities.map(({ id }) => ({ kind: 'activity', id })),
  )
  const before = await whyFieldsOf(
    tx,
    activities.map(({ id }) => id),
  )
  for (const activity of activities) {
    const texts = sourcesOf(activity, before.get(activity.id) ?? [])
    await writeSources(tx, { bundle: `activity/${activity.id}`, texts }, activity.contributor, at)
  }
  await tx
    .insertInto('activity_texts')
    .values(activities.map(({ id, publishedRevision }) => ({ activity: id, number: publishedRevision ?? 1 })))
    .onConflict((on) => on.column('activity').doUpdateSet((is) => ({ number: is.ref('excluded.number') })))
    .execute()
}

/** The sentences why that are kept already: those whose tag is gone go too. */
async function whyFieldsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string[]>> {
  const kept = await textsOf(
    tx,
    ids.map((id) => ({ kind: 'activity', id })),
    'en',
  )
  return new Map(
    ids.map((id) => [id, Object.keys(kept.get('activity', id)).filter((field) => field.startsWith('why-'))]),
  )
}

function sourcesOf(
  { id, published, publishedLanguage, language: own }: Activity,
  before: string[],
): SourceText[] {
  const language = publishedLanguage ?? own
  const text = (field: string, words: string): SourceText => ({
    kind: 'activity',
    id,
    field,
    language,
    text: words,
  })
  const whys = new Map([
    ...before.map((field) => [field, ''] as const),
    ...reasonedLists.flatMap((list) =>
      (published?.[list] ?? []).map(({ code, why }) => [whyField(list, code), why] as const),
    ),
  ])
  return [
    ...proseFields.map((field) => text(field, published?.[field] ?? '')),
    ...[...whys].map(([field, words]) => text(field, words)),
  ]
}

/** Takes the texts of an entry away that no longer stands for itself. */
export const withdrawTexts = async (tx: Tx, id: string, by: string, at: Date): Promise<void> => {
  await removeTexts(tx, [{ kind: 'activity', id }], by, at)
  await tx.deleteFrom('activity_texts').where('activity', '=', id).execute()
}
