import { mandatePaths } from '#modules/mandates/index.ts'
import type { Standing } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { addressOf } from '#platform/web/address.ts'
import type { Fields, SentFile, Shown } from './crowd.ts'
import type { Ground } from './hundred-ground.ts'

/** What one person does in one round. */
export type Edit = {
  /** The act of the history when it is acknowledged. */
  act: string
  path: string
  /** What is typed; what a form carries unseen goes along. A function where it depends on the form. */
  fields: Fields | ((shown: Shown) => Fields)
  file?: SentFile
  /** What was written: it must be kept, or come back when somebody else was first. Nobody else writes it. */
  words?: string
}

/** Whose turn it is among the people of a desk, and when. */
export type Moment = { place: number; round: number; last: boolean }

/** People who work on the same things. */
export type Desk = {
  name: string
  people: number
  standings: Standing[]
  /** How many changes of a round are acknowledged; missing where it depends on who of another desk was faster. */
  done?: number
  edit: (ground: Ground, when: Moment, db: Db) => Promise<Edit> | Edit
}

const focal: Standing[] = [{ role: 'focal-point', scope: 'body:itu-tsb' }]
const secretariat: Standing[] = [{ role: 'secretariat', scope: null }]
const en = (path: string) => addressOf('en', path)

export const shownProvision = '/revisions/pp-140-dubai-2018/resolves/1'

/** A hundred people, three or more at each thing that they change. */
export const desks: Desk[] = [
  {
    name: 'planner',
    people: 16,
    done: 2,
    standings: focal,
    edit: ({ duties }, { place, round }) => {
      const text = `Plan by ${place} in ${round}.`
      return {
        act: 'mandates.write-plan',
        path: en(mandatePaths.plan(duties[place % 2] ?? '')),
        fields: { text },
        words: text,
      }
    },
  },
  {
    name: 'translator',
    people: 8,
    standings: [{ role: 'translator', scope: null }],
    edit: ({ evidence, duties }, { place, round }) => {
      const text = `Traduit par ${place} en ${round}`
      // Half of them translate the plans that are being written, half the evidence that is being corrected.
      const record = place % 2 === 0 ? `plan/${duties[0]}` : `evidence/${evidence[round]}`
      const fields = ({ text: page }: Shown): Fields =>
        Object.fromEntries(
          [...page.matchAll(/<textarea[^>]*\sname="((?:text|shows)-\d+)"/g)].map(([, name = '']) => [
            name,
            text,
          ]),
        )
      return { act: 'translation.translate', path: en(`/translation/fr/${record}`), fields, words: text }
    },
  },
  {
    name: 'witness',
    people: 12,
    done: 12,
    standings: focal,
    edit: ({ duties }, { place, round }) => {
      const shows = `Shown by ${place} in ${round}.`
      const common = { shows, happened: '2024-05-06', visibility: 'public' }
      const path = en(mandatePaths.newEvidence(duties[place % 2] ?? ''))
      if (place % 3 !== 0)
        return {
          act: 'mandates.add-evidence',
          path,
          fields: { ...common, kind: 'record', record: shownProvision },
          words: shows,
        }
      const file = { name: `report-${place}-${round}.pdf`, bytes: Buffer.from(`%PDF-1.4 ${shows}`) }
      return { act: 'mandates.add-evidence', path, fields: { ...common, kind: 'file' }, file, words: shows }
    },
  },
  {
    name: 'verifier',
    people: 10,
    standings: [{ role: 'verifier', scope: null }],
    edit: ({ evidence }, { round }) => ({
      act: 'mandates.verify-evidence',
      path: en(mandatePaths.evidenceStep(evidence[round] ?? '', 'verification')),
      fields: {},
    }),
  },
  {
    name: 'contester',
    people: 8,
    done: 1,
    standings: [{ role: 'chair', scope: 'body:itu-tsb' }],
    edit: ({ evidence, rounds }, { place, round }) => {
      const text = `Contested by ${place} in ${round}.`
      // Every other round they leave the piece to those who verify and correct it.
      const piece = evidence[round % 2 === 0 ? round : rounds + round] ?? ''
      return {
        act: 'mandates.contest-evidence',
        path: en(mandatePaths.evidenceStep(piece, 'contest')),
        fields: { text },
        words: text,
      }
    },
  },
  {
    name: 'corrector',
    people: 8,
    done: 1,
    standings: focal,
    edit: ({ evidence }, { place, round }) => {
      const shows = `Corrected by ${place} in ${round}.`
      const path = en(mandatePaths.evidenceStep(evidence[round] ?? '', 'correction'))
      const fields = {
        record: shownProvision,
        shows,
        happened: '2024-05-06',
        visibility: 'public',
      }
      return { act: 'mandates.correct-evidence', path, fields, words: shows }
    },
  },
  {
    name: 'taker',
    people: 8,
    done: 1,
    standings: focal,
    edit: async ({ duties }, { place, round }, db): Promise<Edit> => {
      const duty = duties[2] ?? ''
      const held = await db
        .selectFrom('duty_owners')
        .select('id')
        .where('duty', '=', duty)
        .where('given_back_at', 'is', null)
        .executeTakeFirst()
      if (held === undefined)
        return {
          act: 'mandates.take-duty',
          path: en(mandatePaths.owners(duty)),
          fields: { owner: 'body:itu-dir-tsb' },
        }
      const reason = `Given back by ${place} in ${round}.`
      return {
        act: 'mandates.give-duty-back',
        path: en(mandatePaths.owner(held.id)),
        fields: { reason },
        words: reason,
      }
    },
  },
  {
    name: 'editor',
    people: 8,
    done: 2,
    standings: secretariat,
    edit: ({ organizations }, { place, round }) => {
      const name = `Edited by ${place} in ${round}`
      const fields = {
        'name-en': name,
        type: 'civil-society',
        country: 'KE',
        membership: 'none',
        visibility: 'public',
      }
      return {
        act: 'accounts.edit-organization',
        path: en(`/organizations/${organizations[place % 2]}/edit`),
        fields,
        words: name,
      }
    },
  },
  {
    name: 'asker',
    people: 8,
    done: 8,
    standings: [],
    edit: ({ claimed }, { place, round }) => {
      const words = `Asked by ${place} in ${round}.`
      return {
        act: 'accounts.ask-claim',
        path: en(`/organizations/${claimed[round + 1]}/claim`),
        fields: { words },
        words,
      }
    },
  },
  {
    name: 'decider',
    people: 4,
    done: 2,
    standings: secretariat,
    edit: async ({ claimed }, { place, round }, db) => {
      const claims = await db
        .selectFrom('claims')
        .select('id')
        .where('organization', '=', claimed[round] ?? '')
        .where('state', '=', 'asked')
        .orderBy('id')
        .execute()
      const reason = `Granted by ${place} in ${round}.`
      const path = en(`/claims/${claims[place % 2]?.id}`)
      return { act: 'accounts.grant-claim', path, fields: { decision: 'grant', reason }, words: reason }
    },
  },
  {
    name: 'pairer',
    people: 5,
    done: 1,
    standings: secretariat,
    edit: ({ paired }, { round, last }) => {
      const path = en(mandatePaths.pairing(paired))
      const row = { rows: ['resolves/2'], 'from-resolves/2': round % 2 === 0 ? 'resolves/2' : '' }
      return last
        ? { act: 'mandates.confirm-pairing', path, fields: row }
        : { act: 'mandates.pair-provisions', path, fields: { ...row, keep: 'yes' } }
    },
  },
  {
    name: 'reviewer',
    people: 5,
    standings: focal,
    edit: ({ draft, units }, { place, round, last }) =>
      last
        ? { act: 'mandates.confirm-import', path: en(`/imports/${draft}/confirmation`), fields: {} }
        : {
            act: 'mandates.review-import',
            path: en(`/imports/${draft}/units/${units[round * 2 + (place % 2)]}/check`),
            fields: {},
          },
  },
]
