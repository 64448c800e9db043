import { actorOf } from '#modules/accounts/index.ts'
import { mandatePaths } from '#modules/mandates/index.ts'
import { maySee, type Visibility } from '#platform/access/visibility.ts'
import type { Tx } from '#platform/database/tables.ts'
import type { MessageKey } from '#platform/messages.ts'
import { dayOf } from '#platform/ui/format.ts'
import { dutyFact, dutyPath } from './duty-facts.ts'
import { dutiesNamed } from './duty-name-queries.ts'
import { evidenceOf, importNamed, revisionNamed } from './mandate-queries.ts'
import type { Follow, Line } from './line.ts'
import type { NoticeKind, Told } from './notice.ts'
import { keepersOf, peopleWith } from './people-queries.ts'

/** What happens to duties, their evidence, imports and pairings, and whom it concerns. */
export const mandateFollows: Record<string, Follow> = {
  'mandates.add-evidence': async (tx, line) => {
    const verifiers = await peopleWith(tx, ['verifier'], [], dayOf(line.at))
    return [
      ...(await ofEvidence(tx, line, 'duties.to-verify', 'notice.evidence-added', verifiers)),
      ...(await ofEvidence(tx, line, 'duties.evidence', 'notice.evidence-added', 'keepers')),
    ]
  },
  'mandates.verify-evidence': (tx, line) =>
    ofEvidence(tx, line, 'duties.evidence', 'notice.evidence-verified', 'author'),
  'mandates.contest-evidence': (tx, line) =>
    ofEvidence(tx, line, 'duties.contested', 'notice.evidence-contested', 'author'),
  'mandates.answer-contest': (tx, line) =>
    ofEvidence(tx, line, 'duties.evidence', 'notice.evidence-answered', 'contester'),
  'mandates.take-duty': (tx, line) => ofDuty(tx, line, 'notice.owner-taken'),
  'mandates.give-duty-back': (tx, line) => ofDuty(tx, line, 'notice.owner-given-back'),
  'mandates.open-import': async (tx, line) => {
    const name = await importNamed(tx, line.subject.id)
    const officers = await peopleWith(tx, ['secretariat'], [], dayOf(line.at))
    return officers.map((person) => ({
      person,
      kind: 'mandates.import',
      words: 'notice.import-waiting',
      facts: { name },
      path: `/imports/${line.subject.id}`,
      once: `${line.seq} import`,
    }))
  },
  'mandates.propose-pairing': async (tx, line) => {
    const name = await revisionNamed(tx, line.subject.id)
    const officers = await peopleWith(tx, ['secretariat'], [], dayOf(line.at))
    if (name === null) return []
    return officers.map((person) => ({
      person,
      kind: 'mandates.pairing',
      words: 'notice.pairing-waiting',
      facts: { name: { text: name } },
      path: mandatePaths.pairing(line.subject.id),
      once: `${line.seq} pairing`,
    }))
  },
}

type Whom = readonly string[] | 'keepers' | 'author' | 'contester'

/** Evidence is told of only to those who may see it. */
async function ofEvidence(
  tx: Tx,
  line: Line,
  kind: NoticeKind,
  words: MessageKey,
  whom: Whom,
): Promise<Told[]> {
  const evidence = await evidenceOf(tx, line.subject.id)
  if (evidence === null) return []
  const named = (await dutiesNamed(tx, [evidence.duty])).get(evidence.duty)
  if (named === undefined) return []
  const people = await whoOf(tx, evidence, whom, line.at)
  const seeing = await thoseWhoSee(tx, people, evidence.visibility, line.at)
  return seeing.map((person) => ({
    person,
    kind,
    words,
    facts: { duty: dutyFact(named) },
    path: mandatePaths.evidenceOf(line.subject.id),
    once: `${line.seq} evidence`,
  }))
}

async function whoOf(
  tx: Tx,
  evidence: { duty: string; author: string; contester: string | null },
  whom: Whom,
  at: Date,
): Promise<readonly string[]> {
  if (whom === 'author') return [evidence.author]
  if (whom === 'contester') return evidence.contester === null ? [] : [evidence.contester]
  if (whom === 'keepers') return (await keepersOf(tx, [evidence.duty], dayOf(at))).get(evidence.duty) ?? []
  return whom
}

async function thoseWhoSee(
  tx: Tx,
  people: readonly string[],
  visibility: Visibility,
  at: Date,
): Promise<string[]> {
  const seeing: string[] = []
  for (const person of people) {
    if (maySee(await actorOf(tx, person, at), visibility)) seeing.push(person)
  }
  return seeing
}

async function ofDuty(tx: Tx, line: Line, words: MessageKey): Promise<Told[]> {
  const duty = line.subject.id
  const named = (await dutiesNamed(tx, [duty])).get(duty)
  if (named === undefined) return []
  const keepers = (await keepersOf(tx, [duty], dayOf(line.at))).get(duty) ?? []
  return keepers.map((person) => ({
    person,
    kind: 'duties.owners',
    words,
    facts: { duty: dutyFact(named) },
    path: dutyPath(named),
    once: `${line.seq} owner`,
  }))
}
