import { sql } from 'kysely'
import { isHeld } from '#modules/accounts/index.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import type { LanguageCode, Translated } from '#platform/languages.ts'
import { workOn } from '../activity-queries.ts'
import type { Activity } from '../activity.ts'
import { contactOf, type Contact } from '../entry/contact-commands.ts'
import { activitySettings, type ActivitySettings } from './settings-commands.ts'

export type NamedPerson = { id: string; name: string | null }

/** All that the secretariat looks at before it decides on an entry. */
export type Moderated = {
  activity: Activity
  settings: ActivitySettings
  organization: { id: string; name: Translated; state: string } | null
  publishedOrganization: { id: string; name: Translated } | null
  contributor: NamedPerson & { email: string | null; language: LanguageCode | null; standsFor: boolean }
  contact: Contact | null
  moderator: NamedPerson | null
  approved: (NamedPerson & { at: Date }) | null
  notes: { id: string; author: NamedPerson; words: string; at: Date }[]
  returns: { at: Date; by: NamedPerson; reasons: string[] }[]
}

/** Null for what is not there and for what the actor may not see. A fixed number of questions. */
export async function moderatedEntry(
  db: Db,
  actor: Actor,
  id: string,
  today: string,
): Promise<Moderated | null> {
  const activity = await workOn(db, actor, id)
  if (activity === null) return null
  const parties = await partiesOf(db, activity, today)
  const named = (person: string | null, name: string | null) =>
    person === null ? null : { id: person, name }
  const approved = named(activity.approvedBy, parties.approvedName)
  return {
    activity,
    settings: await activitySettings(db),
    organization: organizationOf(activity.organization, parties.organizationName, parties.organizationState),
    publishedOrganization: organizationOf(activity.publishedOrganization, parties.publishedName, ''),
    contributor: {
      id: activity.contributor,
      name: parties.contributorName,
      email: parties.contributorEmail,
      language: parties.contributorLanguage,
      standsFor: parties.standsFor,
    },
    contact: await contactOf(db, id),
    moderator: named(activity.moderator, parties.moderatorName),
    approved: approved && { ...approved, at: parties.approvedAt ?? activity.updatedAt },
    notes: await notesOf(db, id),
    returns: await returnsOf(db, id),
  }
}

type Parties = {
  organizationName: Translated | null
  organizationState: string | null
  publishedName: Translated | null
  contributorName: string | null
  contributorEmail: string | null
  contributorLanguage: LanguageCode | null
  moderatorName: string | null
  approvedName: string | null
  approvedAt: Date | null
  standsFor: boolean
}

/** Who has to do with it, and whether whoever entered it has a role for the organization today. */
async function partiesOf(db: Db, { id }: Activity, today: string): Promise<Parties> {
  const found = await sql<Parties>`
    select o.name as "organizationName", o.state as "organizationState", w.name as "publishedName",
      c.name as "contributorName", c.email as "contributorEmail", c.language as "contributorLanguage",
      m.name as "moderatorName", s.name as "approvedName", a.approved_at as "approvedAt",
      exists (select from roles r where r.person = a.contributor and r.scope = 'organization:' || a.organization
        and r.role in ('representative', 'focal-point') and ${isHeld(today)}) as "standsFor"
    from activities a left join organizations o on o.id = a.organization
    left join organizations w on w.id = a.published_organization
    left join people c on c.id = a.contributor left join people m on m.id = a.moderator
    left join people s on s.id = a.approved_by
    where a.id = ${id}`.execute(db)
  return found.rows[0] as Parties
}

/** What organizations are called. */
export async function organizationNames(
  db: Db,
  ids: readonly (string | null)[],
): Promise<Map<string, Translated>> {
  const asked = ids.filter((id) => id !== null)
  if (asked.length === 0) return new Map()
  const rows = await db.selectFrom('organizations').select(['id', 'name']).where('id', 'in', asked).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const organizationOf = (id: string | null, name: Translated | null, state: string | null) =>
  id === null ? null : { id, name: name ?? {}, state: state ?? '' }

/** The latest first. The name is looked up, so that nobody's stays when they leave. */
async function notesOf(db: Db, id: string): Promise<Moderated['notes']> {
  const rows = await db
    .selectFrom('activity_notes as n')
    .leftJoin('people as p', 'p.id', 'n.author')
    .select(['n.id', 'n.author', 'n.words', 'n.noted_at', 'p.name'])
    .where('n.activity', '=', id)
    .orderBy('n.noted_at', 'desc')
    .orderBy('n.id')
    .limit(mostNotes)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    author: { id: row.author, name: row.name },
    words: row.words,
    at: row.noted_at,
  }))
}

const mostNotes = 200

/** When it was sent back before, with the reasons as codes; what the words were, only the contributor was told. */
async function returnsOf(db: Db, id: string): Promise<Moderated['returns']> {
  const found = await sql<{ at: Date; actor: string; reason: string | null; name: string | null }>`
    select h.at, h.actor, h.reason, p.name from history h left join people p on p.id = h.actor
    where h.subject_kind = 'activity' and h.subject_id = ${id}
      and h.act in ('activities.return', 'activities.return-update')
    order by h.seq desc limit 50`.execute(db)
  return found.rows.map(({ at, actor, reason, name }) => ({
    at,
    by: { id: actor, name },
    reasons: (reason ?? '').split(', ').filter(Boolean),
  }))
}
