import type { Db } from '#platform/database/tables.ts'
import { isLanguageCode } from '#platform/languages.ts'
import type { Mail, MailPart } from '#platform/mail/outbox.ts'
import { isPublicState, type Activity, type Returned } from '../activity.ts'
import { activityPaths } from '../paths.ts'

type About = Pick<Activity, 'id' | 'contributor' | 'content' | 'revision' | 'language' | 'isExample'>

/** That an entry is public now. */
export const publishedMail = (db: Db, activity: About): Promise<Mail | null> =>
  mailTo(db, activity, 'published', [
    { part: 'paragraph', of: { words: 'activities.mail.published.text' } },
    { part: 'link', of: { words: 'activities.mail.read', to: activityPaths.activity(activity.id) } },
  ])

/** Why an entry was sent back, in the language of whoever wrote it. */
export const returnedMail = (db: Db, activity: About, { reasons, words }: Returned): Promise<Mail | null> =>
  mailTo(db, activity, 'returned', [
    { part: 'paragraph', of: { words: 'activities.mail.returned.text' } },
    { part: 'list', lines: reasons.map((reason) => ({ words: `activities.reason.${reason}` as const })) },
    ...(words === '' ? [] : [{ part: 'quote' as const, text: words }]),
    { part: 'link', of: { words: 'activities.mail.work', to: activityPaths.entry(activity.id) } },
  ])

/** That it is time to say whether an entry still holds. */
export const confirmMail = (db: Db, activity: About): Promise<Mail | null> =>
  mailTo(db, activity, 'confirm', [
    { part: 'paragraph', of: { words: 'activities.mail.confirm.text' } },
    {
      part: 'link',
      of: { words: 'activities.mail.confirm.link', to: activityPaths.step(activity.id, 'confirm') },
    },
  ])

/** That an entry was put into another, which is named only if whoever reads it may see it. */
export const mergedMail = (db: Db, activity: About, staying: Activity): Promise<Mail | null> => {
  const isPublic = isPublicState(staying.state)
  const to = isPublic ? activityPaths.activity(staying.id) : activityPaths.entry(staying.id)
  const text = staying.published?.title ?? staying.content.title
  const isSeen = isPublic || staying.contributor === activity.contributor
  return mailTo(db, activity, 'merged', [
    { part: 'paragraph', of: { words: 'activities.mail.merged.text' } },
    ...(isSeen ? [{ part: 'link' as const, of: { text, language: staying.language, to } }] : []),
  ])
}

/** Null for an example, and for an entry whose contributor has no account or no address any more. */
async function mailTo(
  db: Db,
  { id, contributor, content, revision, language, isExample }: About,
  kind: 'published' | 'returned' | 'confirm' | 'merged',
  body: MailPart[],
): Promise<Mail | null> {
  if (isExample) return null
  const person = await db
    .selectFrom('people')
    .select(['id', 'email', 'name', 'language'])
    .where('id', '=', contributor)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  if (!person?.email) return null
  const subject = `activities.mail.${kind}` as const
  return {
    to: { person: person.id, address: person.email, name: person.name || null },
    language: isLanguageCode(person.language) ? person.language : language,
    kind: `activities.${kind}`,
    subject,
    values: { title: content.title },
    body: [{ part: 'heading', of: { words: subject } }, ...body],
    once: `activities.${kind} ${id} ${revision}`,
  }
}
