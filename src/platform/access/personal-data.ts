import type { Db, Tx } from '../database/tables.ts'
import type { MessageKey } from '../messages.ts'

/** Whose data are meant; the address too, since something may be kept for an address before there is an account. */
export type PersonKey = { id: string; email: string | null }

export type PersonalValue = string | number | boolean | Date | null

/** What is held about one person in one place. */
export type PersonalData = {
  /** For the file that people take away: 'roles'. */
  holding: string
  title: MessageKey
  /** What it is held for, and what becomes of it when the person leaves. */
  why: MessageKey
  rows: Record<string, PersonalValue>[]
}

/** Gathers what a module holds about a person, to be shown to that person alone. Never a password or a key. */
export type PersonalDataOf = (db: Db, person: PersonKey) => Promise<PersonalData[]>

/** Deletes or makes anonymous what a module holds about a person who leaves, in the transaction that erases them. */
export type ErasePerson = (tx: Tx, person: PersonKey, how: { actor: string; at: Date }) => Promise<void>
