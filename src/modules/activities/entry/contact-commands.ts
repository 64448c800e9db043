import type { Db, Tx } from '#platform/database/tables.ts'

/** Whom to ask about an entry; never public. */
export type Contact = {
  honorific: string | null
  firstName: string | null
  lastName: string | null
  position: string | null
  email: string | null
  phone: string | null
  /** Whether the person agrees that these data are kept to ask them about the entry. */
  consents: boolean
}

/** Without consent nothing is kept. */
export async function keepContact(
  tx: Tx,
  {
    activity,
    person,
    contact,
    at,
  }: { activity: string; person: string | null; contact: Contact | null; at: Date },
): Promise<void> {
  await tx.deleteFrom('activity_contacts').where('activity', '=', activity).execute()
  if (contact === null || !contact.consents) return
  await tx
    .insertInto('activity_contacts')
    .values({
      activity,
      person,
      honorific: contact.honorific,
      first_name: contact.firstName,
      last_name: contact.lastName,
      position: contact.position,
      email: contact.email,
      phone: contact.phone,
      consented_at: at,
    })
    .execute()
}

export async function contactOf(db: Db, activity: string): Promise<Contact | null> {
  const row = await db
    .selectFrom('activity_contacts')
    .selectAll()
    .where('activity', '=', activity)
    .executeTakeFirst()
  if (!row) return null
  return {
    honorific: row.honorific,
    firstName: row.first_name,
    lastName: row.last_name,
    position: row.position,
    email: row.email,
    phone: row.phone,
    consents: row.consented_at !== null,
  }
}
