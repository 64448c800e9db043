import { z } from 'zod'
import { signedIn } from '#platform/access/signed-in.ts'
import { notFound } from '#platform/errors.ts'
import { cursorText, limitText } from '#platform/web/list-parameters.ts'
import { refusingCursor } from '#platform/web/list-refusals.ts'
import type { Site } from '#platform/web/site.ts'
import { chooseWays, markRead, stopMails } from './notice-commands.ts'
import { choicesOf, noticesOf } from './notice-queries.ts'
import { noticeKinds, ways, type NoticeKind } from './notice.ts'
import { factsIn } from './facts.ts'
import { choicesPage } from './pages/choices-page.ts'
import { noticesPage, type NoticeRecord } from './pages/notices-page.ts'
import { stoppedPage, stopPage } from './pages/stop-page.ts'
import { noticePaths } from './paths.ts'
import { readStopToken } from './stop-token.ts'

export function routes(site: Site): void {
  listRoutes(site)
  choiceRoutes(site)
  stopRoutes(site)
}

const noticeShape = z.object({
  id: z.string(),
  kind: z.string(),
  text: z.string(),
  address: z.string(),
  at: z.string(),
  isRead: z.boolean(),
})

function listRoutes(site: Site): void {
  site.list({
    path: noticePaths.list,
    name: 'notices',
    summary: 'What the person who is signed in was told.',
    query: z.strictObject({ after: cursorText.optional(), limit: limitText.optional() }),
    row: noticeShape,
    read: async (visit, { after, limit }) => {
      const person = signedIn(visit.actor)
      const page = { after, limit: limit === undefined ? undefined : Number(limit) }
      const { rows, total, next } = await refusingCursor(noticesOf(visit.db, person, page))
      const shaped = rows.map(({ id, kind, words, facts, path, at, isRead }) => ({
        id,
        kind,
        text: visit.t(words, factsIn(visit.t, facts)),
        address: path,
        at: at.toISOString(),
        isRead,
      }))
      return { rows: shaped, total, next }
    },
    page: noticesPage,
    columns: (['id', 'kind', 'text', 'address', 'at', 'isRead'] as const).map((name) => ({
      name,
      value: (row: NoticeRecord) => row[name],
    })),
  })
  site.form({
    path: noticePaths.read,
    name: 'notices-read',
    summary: 'Mark all notices that were shown as read.',
    right: 'signed in, for oneself',
    fields: z.strictObject({ until: z.iso.datetime() }),
    read: async ({ actor }) => ({ person: signedIn(actor) }),
    page: (visit) => noticesPage(visit, { rows: [], total: 0, next: null }),
    act: async ({ db, now }, { person }, { fields }) => {
      await markRead(db, person, new Date(fields.until), now)
      return { to: noticePaths.list }
    },
  })
}

/** One field for each kind; its name has a hyphen where the kind has a dot. */
const fieldOf = (kind: NoticeKind) => kind.replace('.', '-')

function choiceRoutes(site: Site): void {
  const kinds = Object.keys(noticeKinds) as NoticeKind[]
  const fields = Object.fromEntries(kinds.map((kind) => [fieldOf(kind), z.enum(ways).optional()]))
  site.form({
    path: noticePaths.choices,
    name: 'notice-choices',
    summary: 'Choose how to hear of each kind of notice.',
    right: 'signed in, for oneself',
    fields: z.strictObject(fields),
    read: async ({ db, actor }) => choicesOf(db, signedIn(actor)),
    page: choicesPage,
    act: async ({ db, actor, now }, _subject, input) => {
      const chosen = kinds.flatMap((kind) => {
        const way = input.fields[fieldOf(kind)]
        return way === undefined ? [] : [[kind, way] as const]
      })
      await chooseWays(db, { person: signedIn(actor), ways: Object.fromEntries(chosen), at: now })
      return { to: noticePaths.choices, done: 'done.notices.chosen' }
    },
  })
}

function stopRoutes(site: Site): void {
  site.form({
    path: noticePaths.stop(':token'),
    name: 'notices-stop',
    summary: 'End a kind of mail by the link that stands in it.',
    right: 'anybody who has the address',
    isSecretAddress: true,
    // What mail programs send by themselves (RFC 8058).
    fields: z.strictObject({ 'List-Unsubscribe': z.string().optional() }),
    read: async ({ db }, { token = '' }) => {
      const stop = await readStopToken(db, token)
      if (stop === null) throw notFound()
      return stop
    },
    page: stopPage,
    act: async ({ db, now }, { person, kind }) => {
      await stopMails(db, person, kind, now)
      return { to: `${noticePaths.list}/stopped` }
    },
  })
  site.page({ path: `${noticePaths.list}/stopped`, page: stoppedPage })
}
