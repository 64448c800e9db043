import { sql } from 'kysely'
import { has } from '#platform/access/actor.ts'
import { stateWord } from '#platform/access/words.ts'
import { inLanguage, type Translated } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import { seenByAll, seenByLevel, seenByRoles } from '#platform/past/seen-queries.ts'
import type { SubjectKind, SubjectName } from '#platform/past/subject.ts'
import type { Visit } from '#platform/web/visit.ts'
import { considerationSeenBy } from '../keeping/known-facts-queries.ts'
import { mandatePaths } from '../paths.ts'
import { reviewPaths } from '../review/review-paths.ts'

/** How the history tells of texts, duties and what is done about them. */
export const mandateSubjects: readonly SubjectKind[] = [
  {
    kind: 'register',
    noun: 'register',
    seenBy: seenByAll,
    named: async ({ t }, ids) =>
      new Map(ids.map((id) => [id, { label: t('noun.register'), path: mandatePaths.duties }])),
  },
  {
    kind: 'imported-revision',
    noun: 'imported-revision',
    seenBy: seenByAll,
    named: (visit, ids) => revisionNames(visit, ids, mandatePaths.revision),
    related: relatedOfRevision,
  },
  {
    kind: 'import',
    noun: 'import',
    seenBy: seenByRoles('secretariat', 'administrator'),
    named: async ({ t }, ids) =>
      new Map(ids.map((id) => [id, { label: t('noun.import'), path: reviewPaths.imports }])),
  },
  {
    kind: 'pairing',
    noun: 'pairing',
    // Until somebody has confirmed it, a pairing is a draft.
    seenBy: (actor) => (has(actor, 'secretariat') ? sql`true` : sql`h.to_state = 'confirmed'`),
    named: (visit, ids) => revisionNames(visit, ids, mandatePaths.changes),
  },
  { kind: 'duty', noun: 'duty', seenBy: seenByAll, named: dutyNames, related: relatedOfDuty },
  { kind: 'duty-keeping', noun: 'duty-keeping', seenBy: seenByAll, named: dutyNames, record: planRecord() },
  {
    kind: 'consideration',
    noun: 'consideration',
    seenBy: considerationSeenBy,
    named: async (visit, ids) => {
      const duties = await dutyNames(
        visit,
        ids.map((id) => dutyOf(id)),
      )
      return new Map(ids.flatMap((id) => named(id, duties.get(dutyOf(id)))))
    },
  },
  {
    kind: 'evidence',
    noun: 'evidence',
    seenBy: seenByLevel('evidence'),
    named: evidenceNames,
    record: {
      table: 'evidence',
      fields: {
        title: { label: 'evidence.url-title' },
        url: { label: 'evidence.url' },
        file_name: { label: 'evidence.copy' },
        checksum: { label: 'evidence.checksum' },
        shows: { label: 'evidence.shows' },
        happened_on: { label: 'evidence.happened' },
        state: { label: 'evidence.strength', word: (t, code) => stateWord(t, 'evidence', code) },
        contested: { label: 'state.evidence.contested' },
        visibility: {
          label: 'evidence.visibility',
          word: (t, code) => t(`evidence.visibility.${code}` as MessageKey),
        },
      },
    },
  },
]

/** Of what people do for a duty, the plan has a text of its own. */
function planRecord(): NonNullable<SubjectKind['record']> {
  return { table: 'duty_plans', fields: { body: { label: 'wording.plan.text' } } }
}

const dutyOf = (consideration: string) => consideration.split('@')[0] ?? ''

const named = (id: string, name: SubjectName | undefined): [string, SubjectName][] =>
  name === undefined ? [] : [[id, name]]

/** The register is loaded as a whole; its lines belong to all that it describes. */
const ofRegister = (origin: string | undefined) =>
  origin === 'register' ? [{ kind: 'register', id: 'all' }] : []

/** What became of a duty, who keeps it, and the evidence for it. */
async function relatedOfDuty({ db }: Visit, id: string) {
  const origin = await sql<{ origin: string }>`select origin from duties where id = ${id}`.execute(db)
  const evidence = await sql<{ id: string }>`select id::text as id from evidence where duty = ${id}`.execute(
    db,
  )
  const considered = await sql<{ id: string }>`
    select distinct subject_id as id from history
    where subject_kind = 'consideration' and split_part(subject_id, '@', 1) = ${id}`.execute(db)
  return [
    ...ofRegister(origin.rows[0]?.origin),
    { kind: 'duty-keeping', id },
    ...considered.rows.map((row) => ({ kind: 'consideration', id: row.id })),
    ...evidence.rows.map((row) => ({ kind: 'evidence', id: row.id })),
  ]
}

async function relatedOfRevision({ db }: Visit, id: string) {
  const origin = await sql<{ origin: string }>`select origin from revisions where id = ${id}`.execute(db)
  return [...ofRegister(origin.rows[0]?.origin), { kind: 'pairing', id }]
}

async function revisionNames({ db, language }: Visit, ids: readonly string[], path: (id: string) => string) {
  const rows = await db.selectFrom('revisions').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(
    rows.map(({ id, name }) => [id, { label: inLanguage(name, language)?.text ?? id, path: path(id) }]),
  )
}

async function dutyNames({ db, language }: Visit, ids: readonly string[]): Promise<Map<string, SubjectName>> {
  const found = await sql<{ id: string; address: string; name: Translated }>`
    select d.id, d.address, r.name from duties d join revisions r on r.id = d.revision
    where d.id = any(${[...ids]}::text[])`.execute(db)
  return new Map(
    found.rows.map(({ id, address, name }) => [
      id,
      {
        label: [inLanguage(name, language)?.text ?? '', address.replaceAll('/', ' ')].join(', '),
        path: mandatePaths.duty(id),
      },
    ]),
  )
}

async function evidenceNames(
  { db, language }: Visit,
  ids: readonly string[],
): Promise<Map<string, SubjectName>> {
  const found = await sql<{ id: string; title: string | null; file_name: string | null; shows: Translated }>`
    select id::text as id, title, file_name, shows from evidence
    where id::text = any(${[...ids]}::text[])`.execute(db)
  return new Map(
    found.rows.map(({ id, title, file_name, shows }) => [
      id,
      {
        label: title ?? file_name ?? shorter(inLanguage(shows, language)?.text ?? id),
        path: mandatePaths.evidenceOf(id),
      },
    ]),
  )
}

const mostLetters = 80

const shorter = (text: string) => (text.length > mostLetters ? `${text.slice(0, mostLetters)}…` : text)
