import type { Actor, GrantedRole, Scope } from '#platform/access/actor.ts'

/** Some of the example people: they act at times when they had no account yet. */
const inOffice = (name: string, role: GrantedRole, scope: Scope | null = null): Actor => ({
  person: `example-${name}`,
  id: `example-${name}`,
  name: null,
  standings: [{ role, scope }],
})

/** Who decides for the secretariat. */
export const officer = inOffice('officer', 'secretariat')

/** Who clears what the officer has written. */
const administrator = inOffice('administrator', 'administrator')

/** Who stands for the task force, and for the Secretary-General. */
export const taskForceChair = inOffice('task-force-chair', 'chair', 'body:wsis-sdg-tf')
export const generalOffice = inOffice('general-office', 'focal-point', 'body:itu-sg')

const writers: readonly Actor[] = [
  officer,
  taskForceChair,
  inOffice('general-secretariat', 'focal-point', 'body:itu-gs'),
  inOffice('bureaux', 'focal-point', 'body:itu-bureaux'),
  inOffice('focal-point', 'focal-point', 'body:itu-tsb'),
  inOffice('bureau-focal-point', 'focal-point', 'body:itu-bdt'),
  inOffice('regional-offices', 'focal-point', 'body:itu-regional-offices'),
]

const readers: readonly Actor[] = [...writers, inOffice('translator', 'translator')]

/** Who speaks of a draft, by the name in the files. */
export function readerOf(name: string): Actor {
  const found = readers.find(({ id }) => id === `example-${name}`)
  if (found === undefined) throw new Error(`nobody is called ${name}`)
  return found
}

/** Who writes a section, by the name in the files. */
export function writerOf(name: string): Actor {
  const found = writers.find(({ id }) => id === `example-${name}`)
  if (found === undefined) throw new Error(`nobody is called ${name}`)
  return found
}

/** Nobody clears what they have written. */
export const clearerOf = (writer: Actor): Actor => (writer.id === officer.id ? administrator : officer)

export const translator = 'example-translator'
/** The machine that the example world is translated by, where nobody has. */
export const engine = 'example-engine'
