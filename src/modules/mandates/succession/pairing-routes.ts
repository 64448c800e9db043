import { z } from 'zod'
import { permit } from '#platform/access/rights.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { Stale, type Input, type Outcome } from '#platform/web/form-resource.ts'
import { rule } from '#platform/web/problem.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { revisionComparison } from '../comparison/comparison-queries.ts'
import type { ProvisionPair } from '../comparison/comparison.ts'
import type { RevisionRef } from '../instruments/instrument.ts'
import type { SectionHeads } from '../instruments/provision-names.ts'
import { sectionHeads } from '../instruments/section-queries.ts'
import { pairingPage } from '../pages/pairing-page.ts'
import { mandatePaths } from '../paths.ts'
import { readerOf } from '../reader.ts'
import type { Reader } from '../shapes.ts'
import { addressesIn, originField } from './choice-issues.ts'
import { choosePredecessor, confirmPairing, pairProvisions, reopenPairing } from './pairing-commands.ts'
import { pairingRights } from './pairing-rights.ts'
import { openOrder, successionOf, type Succession } from './succession-queries.ts'

// Beside the named fields there is one for each provision on the form: 'from-resolves/2'.
const fields = z
  .object({
    rows: z.array(z.string()).optional(),
    divided: z.literal('yes').optional(),
    keep: z.literal('yes').optional(),
    reason: z.string().max(10_000, rule('rule.long-text')).optional(),
    predecessor: z.string().optional(),
  })
  .catchall(z.string().max(10_000, rule('rule.long-text')))

type Fields = z.infer<typeof fields>

/** What the form is about: a pairing to decide on or to open again, or a revision of which nobody knows what it replaced. */
export type PairingSubject =
  | {
      kind: 'pairing'
      held: Succession
      reader: Reader
      heads: SectionHeads
      /** The words of both as the program compares them, in one language. */
      compared: { pairs: ProvisionPair[]; language: LanguageCode }
    }
  | { kind: 'open-order'; revision: RevisionRef; choices: RevisionRef[] }

/** Where people decide what became of each provision, and with it of each duty. */
export function pairingRoutes(site: Site): void {
  site.form({
    path: mandatePaths.pairing(':revision'),
    name: 'pairing',
    summary:
      'Decides where each provision of a revision comes from: `from-<address>` with addresses of the earlier revision; `keep` saves without confirming, `reason` opens a confirmed pairing again.',
    right: 'pairing.confirm',
    fields,
    read,
    page: pairingPage,
    act,
  })
}

async function read(visit: Visit, { revision = '' }: Record<string, string>): Promise<PairingSubject | null> {
  const { db, actor } = visit
  const held = await successionOf(db, revision)
  if (held === null) return withoutPairing(visit, revision)
  permit(pairingRights, held.state === 'confirmed' ? 'reopen' : 'confirm', actor, held)
  const [reader, heads, comparison] = await Promise.all([
    readerOf(visit),
    sectionHeads(db, [held.predecessor.id, revision]),
    revisionComparison(db, held.predecessor.id, revision, visit.language),
  ])
  const compared = { pairs: comparison?.pairs ?? [], language: comparison?.basis.language ?? held.language }
  return { kind: 'pairing', held, reader, heads, compared }
}

async function withoutPairing(visit: Visit, revision: string): Promise<PairingSubject | null> {
  const open = await openOrder(visit.db, revision)
  if (open === null) return null
  permit(pairingRights, 'confirm', visit.actor, { state: 'proposed', within: open.within })
  return { kind: 'open-order', revision: open.revision, choices: open.choices }
}

async function act(visit: Visit, subject: PairingSubject, input: Input<Fields>): Promise<Outcome> {
  const { db, actor, now: at } = visit
  const given = input.fields
  if (subject.kind === 'open-order') return choose(visit, subject, given.predecessor)
  const revision = subject.held.revision.id
  const asked = { actor, at, revision, version: Number(input.version ?? subject.held.version) }
  // Somebody has confirmed or opened it meanwhile: what was sent is no answer to the form that stands there now.
  if (asked.version !== subject.held.version) throw new Stale()
  if (subject.held.state === 'confirmed') {
    if (given.reason === undefined)
      return { issues: [{ field: 'reason', key: 'form.value.wrong', rule: 'rule.required' }] }
    await reopenPairing(db, { ...asked, reason: given.reason })
    return { to: mandatePaths.pairing(revision), done: 'pairing.done-reopened' }
  }
  const strange = Object.keys(given).filter(
    (name) => !(name in fields.shape) && !name.startsWith(originField('')),
  )
  if (strange.length > 0)
    return { issues: strange.map((field) => ({ field: '', key: 'form.value.unknown', values: { field } })) }
  const choices = { origins: originsGiven(given), isDivisionMeant: given.divided === 'yes' }
  const decide = given.keep === 'yes' ? pairProvisions : confirmPairing
  const issues = await decide(db, { ...asked, ...choices })
  if (issues.length > 0) return { issues }
  return given.keep === 'yes'
    ? { to: mandatePaths.pairing(revision), done: 'pairing.done-kept' }
    : { to: mandatePaths.changes(revision), done: 'pairing.done-confirmed' }
}

async function choose(
  { db, actor, now: at }: Visit,
  { revision, choices }: Extract<PairingSubject, { kind: 'open-order' }>,
  predecessor: string | undefined,
): Promise<Outcome> {
  if (predecessor === undefined || !choices.some(({ id }) => id === predecessor)) {
    const validValues = choices.map(({ id }) => id)
    return { issues: [{ field: 'predecessor', key: 'form.value.choice', validValues }] }
  }
  await choosePredecessor(db, { actor, at, revision: revision.id, predecessor })
  return { to: mandatePaths.pairing(revision.id), done: 'pairing.done-chosen' }
}

/** A row on the form without an origin is new; a provision that was not on the form stays as it is. */
function originsGiven(given: Fields): Map<string, string[]> {
  const named = Object.keys(given).filter((name) => name.startsWith(originField('')))
  const rows = [...(given.rows ?? []), ...named.map((name) => name.slice(originField('').length))]
  return new Map(rows.map((after) => [after, addressesIn(textOf(given[originField(after)]))]))
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
