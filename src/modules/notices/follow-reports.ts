import {
  outstandingSectionsOf,
  saidOfSection,
  waitingReport,
  type OutstandingSection,
  type SaidOfSection,
} from '#modules/reports/index.ts'
import type { Tx } from '#platform/database/tables.ts'
import type { MessageKey } from '#platform/messages.ts'
import { dayOf } from '#platform/ui/format.ts'
import type { Follow, Line } from './line.ts'
import type { Facts, Told } from './notice.ts'
import { peopleWith } from './people-queries.ts'

/** Roles that write sections for the body or line that they are for. */
export const writers = ['focal-point', 'facilitator', 'chair'] as const
const clearers = ['focal-point', 'chair'] as const

/** Who writes, clears and answers is told when their turn comes. */
export const reportFollows: Record<string, Follow> = {
  'reports.collect-report': async (tx, line) => {
    const sections = await outstandingSectionsOf(tx, line.subject.id)
    const told: Told[] = []
    for (const section of sections) told.push(...(await ofSection(tx, line, section, askedWords(section))))
    return told
  },
  'reports.send-back-section': async (tx, line) => {
    const report = String(line.facts['report'] ?? '')
    const section = (await outstandingSectionsOf(tx, report)).find(({ id }) => id === line.subject.id)
    return section === undefined ? [] : ofSection(tx, line, section, 'notice.report-section-returned')
  },
  'reports.submit-report': clearance,
  'reports.clear-sector-report': clearance,
  'reports.clear-task-force-report': clearance,
  'reports.send-back-report': clearance,
  'reports.comment': async (tx, line) => ofTalk(tx, line, 'comment', 'notice.report-comment'),
  'reports.reply-comment': async (tx, line) => ofTalk(tx, line, 'comment', 'notice.report-reply'),
  'reports.suggest': async (tx, line) => ofTalk(tx, line, 'suggestion', 'notice.report-suggestion'),
  'reports.settle-comment': async (tx, line) =>
    ofAuthor(tx, line, 'comment', 'notice.report-comment-settled'),
  'reports.accept-suggestion': async (tx, line) =>
    ofAuthor(tx, line, 'suggestion', 'notice.report-suggestion-accepted'),
  'reports.reject-suggestion': async (tx, line) =>
    ofAuthor(tx, line, 'suggestion', 'notice.report-suggestion-rejected'),
}

const askedWords = ({ limit }: OutstandingSection): MessageKey =>
  limit === null ? 'notice.report-asked' : 'notice.report-asked-limit'

const limitKeys = {
  words: 'reports.limit.words',
  pages: 'reports.limit.pages',
  characters: 'reports.limit.characters',
} as const

/** What a notice says of a section: in which report, what it is for, how long, by when. */
export const sectionFacts = ({ title, name, purpose, limit, dueOn }: OutstandingSection): Facts => ({
  report: { text: title },
  section: { text: name },
  purpose: { text: purpose },
  due: { day: dueOn },
  ...(limit === null ? {} : { limit: { words: limitKeys[limit.unit], values: { count: limit.number } } }),
})

async function ofSection(
  tx: Tx,
  line: Line,
  section: OutstandingSection,
  words: MessageKey,
): Promise<Told[]> {
  const people = await peopleWith(tx, writers, section.within, dayOf(line.at))
  return people.map((person) => ({
    person,
    kind: 'reports.sections',
    words,
    facts: sectionFacts(section),
    path: section.path,
    once: `${line.seq} section ${section.id}`,
  }))
}

/** The body whose turn it is; of what was sent back, the body that answers for the report. */
async function clearance(tx: Tx, line: Line): Promise<Told[]> {
  const report = await waitingReport(tx, line.subject.id)
  if (report === null || report.isWaiting === (line.act === 'reports.send-back-report')) return []
  const people = await peopleWith(tx, clearers, report.within, dayOf(line.at))
  return people.map((person) => ({
    person,
    kind: 'reports.clearance',
    words: report.isWaiting ? 'notice.report-to-clear' : 'notice.report-returned',
    facts: { report: { text: report.title } },
    path: report.path,
    once: `${line.seq} report`,
  }))
}

type TalkKind = 'comment' | 'suggestion'

/** Those who write the section, and those who have spoken in the thread. */
async function ofTalk(tx: Tx, line: Line, kind: TalkKind, words: MessageKey): Promise<Told[]> {
  const said = await saidOfSection(tx, kind, line.subject.id)
  if (said === null) return []
  const unit = await peopleWith(tx, writers, said.within, dayOf(line.at))
  return told(line, said, [...new Set([...unit, said.author, ...said.others])], words)
}

async function ofAuthor(tx: Tx, line: Line, kind: TalkKind, words: MessageKey): Promise<Told[]> {
  const said = await saidOfSection(tx, kind, line.subject.id)
  return said === null ? [] : told(line, said, [said.author], words)
}

const told = (
  line: Line,
  { title, name, path }: SaidOfSection,
  people: readonly string[],
  words: MessageKey,
): Told[] =>
  people.map((person) => ({
    person,
    kind: 'reports.talk',
    words,
    facts: { report: { text: title }, section: { text: name } },
    path,
    once: `${line.seq} talk`,
  }))
