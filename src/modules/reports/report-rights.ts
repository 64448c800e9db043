import { has, scopesOf, type Actor, type Scope } from '#platform/access/actor.ts'
import { defineRights } from '#platform/access/rights.ts'
import { from } from '#platform/access/workflow.ts'
import { draftStates, plannedReportStates, publicReportStates, reportStates } from './report.ts'
import { reportWorkflow as flow } from './report-workflow.ts'

const office = { secretariat: 'any', administrator: 'any' } as const
/** Those who stand for the body that clears at a step. */
const clearers = { 'focal-point': 'own', chair: 'own', ...office } as const

/** Among these are some of organizations, who see no drafts; what one does not see one cannot print. */
const draftReaders = { translator: 'any', 'focal-point': 'any', chair: 'any', ...office } as const

/** The secretariat plans reports and takes them through; each step of the clearance belongs to the body that it is named after. */
export const reportRights = defineRights({
  noun: 'report',
  states: reportStates,
  actions: {
    make: { by: office, in: ['planned'] },
    /** Period, recipient, words, what it answers, sections. */
    edit: { by: office, in: plannedReportStates },
    /** A new version that corrects one that was frozen. */
    correct: { by: office, in: publicReportStates },
    /** A draft of it as a file, for those who see drafts. */
    print: { by: draftReaders, in: draftStates },
    collect: { by: office, in: from(flow, 'collect') },
    draft: { by: office, in: from(flow, 'draft') },
    submit: { by: office, in: from(flow, 'submit') },
    'clear-sector': { by: clearers, in: from(flow, 'clear-sector') },
    'clear-task-force': { by: clearers, in: from(flow, 'clear-task-force') },
    clear: { by: clearers, in: from(flow, 'clear') },
    'send-back': { by: clearers, in: from(flow, 'send-back') },
    freeze: { by: office, in: from(flow, 'freeze') },
    deliver: { by: office, in: from(flow, 'deliver') },
    consider: { by: office, in: from(flow, 'consider') },
    archive: { by: office, in: from(flow, 'archive') },
    discard: { by: office, in: from(flow, 'discard') },
  },
})

/** The lines that somebody facilitates: whoever writes a section of a report for one of them reads that report along. */
export const linesOf = (actor: Actor): Scope[] =>
  scopesOf(actor, 'facilitator').filter((scope) => scope.startsWith('action-line:'))

/** Who sees all reports that are still written: the staff of the Union, so that no two units write the same, and its translators. */
export const seesDrafts = (actor: Actor): boolean =>
  has(actor, 'secretariat') ||
  has(actor, 'administrator') ||
  has(actor, 'translator') ||
  // A focal point may also be one of an organization, which has no part in what the Union writes.
  [...scopesOf(actor, 'focal-point'), ...scopesOf(actor, 'chair')].some((scope) => scope.startsWith('body:'))
