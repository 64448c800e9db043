import { allBodies } from '#modules/accounts/index.ts'
import { actionLines, sdgs } from '#modules/frameworks/index.ts'
import type { Db } from '#platform/database/tables.ts'
import { whileUnchanged } from '#platform/while-unchanged.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { Reader } from './shapes.ts'

/** The reader with the names of bodies, action lines and goals at hand. */
export async function readerOf({ db, language, t }: Pick<Visit, 'db' | 'language' | 't'>): Promise<Reader> {
  return { language, t, ...(await whileUnchanged(db, 'names', () => namesOf(db))) }
}

async function namesOf(db: Db): Promise<Omit<Reader, 'language' | 't'>> {
  const [bodies, lines, goals] = await Promise.all([allBodies(db), actionLines(db), sdgs(db)])
  return {
    bodies: new Map(bodies.map((body) => [body.id, body])),
    actionLines: new Map(lines.map((line) => [line.code, line.label])),
    goals: new Map(goals.map((goal) => [goal.number, goal.label])),
  }
}
