import {
  actorOf,
  approveOrganization,
  grantRole,
  insertDemoPerson,
  organizationScope,
  proposeOrganization,
} from '#modules/accounts/index.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Contact } from '../entry/contact-commands.ts'
import type { DemoContributor, DemoEntry, DemoOrganization } from './demo-activities.ts'
import { officer } from './demo-office.ts'
import { daysAfter } from './demo-plan.ts'
import type { Life } from './in-order-of-time.ts'

export const contributorId = (key: string): string => `example-${key}`

/** An organization joins with those who act for it, a month before their first entry. */
export async function* joining(
  db: Db,
  one: DemoOrganization,
  { people, first, ids }: { people: readonly DemoContributor[]; first: Date; ids: Map<string, string> },
): Life {
  const joined = daysAfter(first, -30)
  yield joined
  for (const { key, name, language } of people)
    await insertDemoPerson(db, { id: contributorId(key), name, language, email: addressOf(key) }, joined)
  const proposed = daysAfter(first, -29)
  yield proposed
  const id = await propose(db, one, people[0], proposed)
  for (const key of one.keys) ids.set(key, id)
  const approved = daysAfter(first, -27)
  yield approved
  await approveOrganization(db, { actor: officer, at: approved, id })
  for (const { key } of people) {
    const role = { person: contributorId(key), role: 'representative', scope: organizationScope(id) } as const
    const granted = await grantRole(db, { actor: officer, at: approved, ...role })
    if ('issues' in granted) throw new Error(`${key}: ${JSON.stringify(granted.issues)}`)
  }
}

async function propose(
  db: Db,
  { keys, type, ...one }: DemoOrganization,
  by: DemoContributor | undefined,
  at: Date,
): Promise<string> {
  const proposed = await proposeOrganization(db, {
    actor: by === undefined ? officer : await actorOf(db, contributorId(by.key), at),
    at,
    fields: {
      name: one.name,
      acronym: one.acronym,
      stakeholderType: type,
      country: one.country,
      region: one.region,
      website: one.website,
      ror: null,
      iati: null,
    },
    isExample: true,
  })
  if ('issues' in proposed) throw new Error(`${keys.join(', ')}: ${JSON.stringify(proposed.issues)}`)
  return proposed.id
}

/** Nobody can own an address that ends so. */
const addressOf = (key: string): string => `${key}@activities.example`

/** They have agreed to be asked. */
export const contactOf = ({ contributor }: DemoEntry): Contact => ({
  honorific: null,
  firstName: null,
  lastName: null,
  position: null,
  email: addressOf(contributor),
  phone: null,
  consents: true,
})
