import { sql, type Updateable } from 'kysely'
import { permit } from '#platform/access/rights.ts'
import { take } from '#platform/access/workflow.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { Db, Tables, Tx } from '#platform/database/tables.ts'
import { notFound, type Issue } from '#platform/errors.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { newShortId } from '#platform/short-id.ts'
import { holdTexts, textsOf, writeSources, type SourceText } from '#platform/texts/texts.ts'
import { Stale } from '#platform/web/form-resource.ts'
import { note, statesOf, type By, type Line } from '../../note-commands.ts'
import { matterFields, matterThing, type Matter, type MatterField, type MatterLink } from './matter.ts'
import { mattersSeenBy, mattersWhere, matterWordsIn } from './matter-queries.ts'
import { matterRights } from './matter-rights.ts'
import { matterWorkflow, type MatterStep } from './matter-workflow.ts'
import '../tables.ts'

/** All of a matter that is typed but its words. */
export type MatterHeader = Pick<
  Matter,
  'kind' | 'visibility' | 'origin' | 'decidedOn' | 'carer' | 'dueOn'
> & {
  links: readonly MatterLink[]
}

type Given = { language: LanguageCode; words: Record<'title' | 'text', string> }

type Made = { issues: Issue[] } | { id: string }

/** Puts a decision, an output or a question on the list, with its words in one language. */
export const startMatter = (
  db: Db,
  asked: By & MatterHeader & Given & { isExample?: boolean },
): Promise<Made> =>
  db.transaction().execute(async (tx): Promise<Made> => {
    const { actor, at, language, words, links, isExample = false } = asked
    permit(matterRights, 'make', actor, { state: 'open' })
    const issues = issuesOf(asked)
    if (issues.length > 0) return { issues }
    const id = newShortId()
    await tx
      .insertInto('task_force_matters')
      .values({
        id,
        state: matterWorkflow.start,
        language,
        ...columnsOf(asked, null, at),
        revision: 1,
        created_at: at,
        updated_at: at,
        is_example: isExample,
      })
      .execute()
    await putLinks(tx, id, links)
    await note(tx, subjectOf(id), { actor, at, act: 'make-matter' }, { from: null, to: matterWorkflow.start })
    await write(
      tx,
      { ...asked, id, at },
      wordTexts({ id, language, visibility: asked.visibility }, language, words),
    )
    return { id }
  })

type Changed = By & { id: string; revision: number }

/** Where it comes from, who takes care of it by when, who reads it, and what it concerns. */
export const changeMatter = (db: Db, asked: Changed & MatterHeader): Promise<Made> =>
  db.transaction().execute(async (tx): Promise<Made> => {
    const { actor, at, id, links } = asked
    const matter = await lockMatter(tx, actor, id, asked.revision)
    permit(matterRights, 'edit', actor, matterThing(matter))
    const issues = issuesOf(asked)
    if (issues.length > 0) return { issues }
    await holdTexts(tx, [{ kind: 'task-force-matter', id }])
    await putLinks(tx, id, links)
    await change(tx, matter, columnsOf(asked, matter.openedAt, at), { actor, at, act: 'edit-matter' })
    if (asked.visibility !== matter.visibility)
      await showTo(tx, { ...matter, visibility: asked.visibility }, { actor, at })
    return { id }
  })

/** Title and text in one of the six languages. */
export const changeMatterWords = (db: Db, asked: Changed & Given): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const { actor, at, id, language, words } = asked
    const matter = await lockMatter(tx, actor, id, asked.revision)
    permit(matterRights, 'edit', actor, matterThing(matter))
    await holdTexts(tx, [{ kind: 'task-force-matter', id }])
    await change(tx, matter, {}, { actor, at, act: 'word-matter', facts: { language } })
    const original = language === matter.language ? words : await matterWordsIn(tx, id, matter.language)
    await write(tx, asked, wordTexts(matter, language, words, original))
  })

type Told = { language: LanguageCode; outcome: string }

/** What has come of it so far, by whoever takes care of it. */
export const reportMatter = (db: Db, asked: Changed & Told): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const { actor, at, id } = asked
    const matter = await lockMatter(tx, actor, id, asked.revision)
    permit(matterRights, 'report', actor, matterThing(matter))
    await holdTexts(tx, [{ kind: 'task-force-matter', id }])
    await change(tx, matter, {}, { actor, at, act: 'report-matter' })
    await write(tx, asked, [outcomeText(matter, asked)])
  })

/** Takes it up, into account, closes it without action, or opens it again. */
export const takeMatterStep = (
  db: Db,
  step: MatterStep,
  asked: Changed & { reason?: string | undefined; told?: Told | undefined },
): Promise<{ issues: Issue[] }> =>
  db.transaction().execute(async (tx) => {
    const { actor, at, id, reason, told } = asked
    const matter = await lockMatter(tx, actor, id, asked.revision)
    const state = take(matterWorkflow, matterRights, step, actor, matterThing(matter))
    const missing =
      step === 'account' ? (told ? null : 'outcome') : step === 'close' && !reason ? 'reason' : null
    if (missing !== null)
      return { issues: [{ field: missing, key: 'form.value.wrong', rule: 'rule.required' }] }
    if (told) await holdTexts(tx, [{ kind: 'task-force-matter', id }])
    await change(
      tx,
      matter,
      { state, reason: state === 'closed' ? (reason ?? null) : null },
      { actor, at, act: `${step}-matter`, ...(reason ? { reason } : {}) },
    )
    if (told) await write(tx, asked, [outcomeText(matter, told)])
    return { issues: [] }
  })

async function lockMatter(tx: Tx, actor: Actor, id: string, revision: number): Promise<Matter> {
  const held = await sql`
    select from task_force_matters m where m.id = ${id} and ${mattersSeenBy(actor)} for update`.execute(tx)
  const [matter] = held.rows.length === 0 ? [] : await mattersWhere(tx, sql`m.id = ${id}`)
  if (matter === undefined) throw notFound()
  if (matter.revision !== revision) throw new Stale()
  return matter
}

const columnsOf = (header: MatterHeader, openedAt: Date | null, at: Date) => ({
  kind: header.kind,
  visibility: header.visibility,
  origin: header.origin,
  decided_on: header.decidedOn,
  carer: header.carer,
  due_on: header.dueOn,
  opened_at: openedAt ?? (header.visibility === 'public' ? at : null),
})

const issuesOf = ({ decidedOn, dueOn }: MatterHeader): Issue[] =>
  dueOn !== null && dueOn < decidedOn ? [{ field: 'due-on', key: 'task-force.due-before-decided' }] : []

async function putLinks(tx: Tx, matter: string, links: readonly MatterLink[]): Promise<void> {
  await tx.deleteFrom('task_force_matter_links').where('matter', '=', matter).execute()
  if (links.length === 0) return
  await tx
    .insertInto('task_force_matter_links')
    .values(links.map((link) => ({ matter, ...link })))
    .execute()
}

async function change(
  tx: Tx,
  matter: Matter,
  columns: Updateable<Tables['task_force_matters']>,
  line: Line,
): Promise<void> {
  await tx
    .updateTable('task_force_matters')
    .set({ ...columns, revision: matter.revision + 1, updated_at: line.at })
    .where('id', '=', matter.id)
    .execute()
  await note(tx, subjectOf(matter.id), line, statesOf(matter.state, columns.state ?? matter.state))
}

const subjectOf = (id: string) => ({ kind: 'task-force-matter', id })

const write = (tx: Tx, { actor, at, id }: By & { id: string }, texts: readonly SourceText[]): Promise<void> =>
  writeSources(tx, { bundle: `task-force-matter/${id}`, texts }, actor.id, at)

type Worded = Pick<Matter, 'id' | 'language' | 'visibility'>

/** Title and text; what is given in a further language is an original too. */
const wordTexts = (
  { id, language: original, visibility }: Worded,
  language: LanguageCode,
  words: Given['words'],
  sources: Given['words'] = words,
): SourceText[] =>
  (['title', 'text'] as const).map((field) => ({
    kind: 'task-force-matter',
    id,
    field,
    language: original,
    text: sources[field],
    ...(language === original ? {} : { alsoIn: { [language]: words[field] } }),
    visibility,
  }))

const outcomeText = ({ id, visibility }: Worded, { language, outcome }: Told): SourceText => ({
  kind: 'task-force-matter',
  id,
  field: 'outcome' satisfies MatterField,
  language,
  text: outcome,
  visibility,
})

/** Opens the words to those who read the matter from now on, or closes them again. */
async function showTo(tx: Tx, matter: Matter, { actor, at }: By): Promise<void> {
  const read = (await textsOf(tx, [{ kind: 'task-force-matter', id: matter.id }], matter.language)).get(
    'task-force-matter',
    matter.id,
  )
  const texts: SourceText[] = []
  for (const field of matterFields) {
    const language = read[field]?.original
    if (language === undefined) continue
    const words = await matterWordsIn(tx, matter.id, language)
    const { id, visibility } = matter
    texts.push({ kind: 'task-force-matter', id, field, language, text: words[field], visibility })
  }
  await write(tx, { actor, at, id: matter.id }, texts)
}
