import type { Db, Tx } from '#platform/database/tables.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { sendLater, type Mail } from '#platform/mail/outbox.ts'
import { isMailAddress } from '#platform/mail/header-text.ts'
import type { Translate } from '#platform/messages.ts'
import { factsIn } from './facts.ts'
import { kindWords, noticeKinds, type NoticeKind, type Notice, type Way } from './notice.ts'
import { noticePaths } from './paths.ts'
import { stopToken } from './stop-token.ts'

type Sending = { isDaily: boolean; at: Date; translate: Record<LanguageCode, Translate> }

type Reader = { id: string; name: string; email: string; language: LanguageCode }

type Hearer = Reader & { t: Translate }

/**
 * Puts into the outbox what people want to hear at once, and with `isDaily` also one digest each. A transaction for each
 * person, so that a process that dies in between leaves every notice either settled and in a mail, or neither.
 */
export async function sendNotices(
  db: Db,
  { isDaily, at, translate, isStopping = () => false }: Sending & { isStopping?: () => boolean },
): Promise<number> {
  const waiting = await db
    .selectFrom('notices')
    .select('person')
    .distinct()
    .where('settled_at', 'is', null)
    .orderBy('person')
    .execute()
  let mails = 0
  for (const { person } of waiting) {
    if (isStopping()) break
    mails += await db.transaction().execute((tx) => sendToOne(tx, person, { isDaily, at, translate }))
  }
  return mails
}

async function sendToOne(tx: Tx, person: string, { isDaily, at, translate }: Sending): Promise<number> {
  // Two processes that send at once must not gather the same notices.
  const notices = await tx
    .selectFrom('notices')
    .select(['id', 'kind', 'words', 'facts', 'path', 'at'])
    .where('person', '=', person)
    .where('settled_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .limit(mostInOne)
    .forUpdate()
    .skipLocked()
    .execute()
  const ways = await waysOf(tx, person)
  const reader = await readerOf(tx, person)
  const by = (way: Way) => notices.filter(({ kind }) => ways[kind] === way)
  const gathered = isDaily ? by('digest') : []
  const mails =
    reader === null
      ? []
      : await mailsFor(tx, { ...reader, t: translate[reader.language] }, by('at-once'), gathered, at)
  for (const mail of mails) await sendLater(tx, mail, at)
  const settled = [...by('page'), ...by('at-once'), ...(isDaily ? by('digest') : [])].map(({ id }) => id)
  if (settled.length > 0)
    await tx.updateTable('notices').set({ settled_at: at }).where('id', 'in', settled).execute()
  return mails.length
}

const mostInOne = 200

async function waysOf(tx: Tx, person: string): Promise<Record<NoticeKind, Way>> {
  const rows = await tx
    .selectFrom('notice_choices')
    .select(['kind', 'way'])
    .where('person', '=', person)
    .execute()
  return { ...noticeKinds, ...Object.fromEntries(rows.map(({ kind, way }) => [kind, way])) }
}

/** Null for whoever cannot be written to: erased, shut out, or with an address that nobody has confirmed. */
async function readerOf(tx: Tx, person: string): Promise<Reader | null> {
  const found = await tx
    .selectFrom('people')
    .select(['id', 'name', 'email', 'language'])
    .where('id', '=', person)
    .where('email_verified', '=', true)
    .where('erased_at', 'is', null)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  return found?.email && isMailAddress(found.email) ? { ...found, email: found.email } : null
}

type Waiting = Omit<Notice, 'isRead'>

async function mailsFor(tx: Tx, reader: Hearer, atOnce: Waiting[], gathered: Waiting[], at: Date) {
  const mails: Mail[] = []
  for (const notice of atOnce) mails.push(await mailOfOne(tx, reader, notice))
  if (gathered.length > 0) mails.push(await digestOf(tx, reader, gathered, at))
  return mails
}

async function mailOfOne(tx: Tx, reader: Hearer, { id, kind, words, facts, path }: Waiting): Promise<Mail> {
  return {
    ...addressed(reader),
    kind: 'notices.at-once',
    subject: kindWords[kind],
    body: [
      { part: 'paragraph', of: { text: reader.t(words, factsIn(reader.t, facts)) } },
      { part: 'link', of: { words: 'notices.open', to: path } },
    ],
    once: `notice ${id}`,
    stop: noticePaths.stop(await stopToken(tx, { person: reader.id, kind })),
  }
}

async function digestOf(tx: Tx, reader: Hearer, gathered: Waiting[], at: Date): Promise<Mail> {
  const kinds = [...new Set(gathered.map(({ kind }) => kind))]
  return {
    ...addressed(reader),
    kind: 'notices.digest',
    subject: 'notices.digest.subject',
    values: { count: gathered.length },
    body: [
      ...kinds.flatMap((kind): Mail['body'] => [
        { part: 'heading', of: { words: kindWords[kind] } },
        {
          part: 'list',
          lines: gathered
            .filter((notice) => notice.kind === kind)
            .map(({ words, facts, path }) => ({ text: reader.t(words, factsIn(reader.t, facts)), to: path })),
        },
      ]),
      { part: 'link', of: { words: 'notices.choose', to: noticePaths.choices } },
    ],
    once: `digest ${at.toISOString().slice(0, 10)} ${gathered[0]?.id ?? ''}`,
    stop: noticePaths.stop(await stopToken(tx, { person: reader.id, kind: 'all' })),
  }
}

const addressed = ({ id, name, email, language }: Reader) => ({
  to: { person: id, address: email, name },
  language,
  why: 'notices.why' as const,
})
