import fs from 'node:fs'
import path from 'node:path'
import { periodWorkflow } from '#modules/plans/progress/period-workflow.ts'
import { reportedPlanStates } from '#modules/plans/progress/report.ts'
import { reportWorkflow } from '#modules/plans/progress/report-workflow.ts'
import { markRules, marks } from '#modules/plans/progress/roll-up.ts'
import { reasonsNotAsked, standingRules } from '#modules/plans/progress/standing.ts'
import { markKeys, standingKeys } from '#modules/plans/progress/words.ts'
import { stateWord } from '#platform/access/words.ts'
import { readCatalogues, translators, type Translate } from '#platform/messages.ts'
import { messageFolders } from '../src/site.ts'

/** `npm run plan-rules`: draws docs/plan-rules.md from the rules by which progress of plans is told. */
export const paper = path.join(import.meta.dirname, '../docs/plan-rules.md')

export function planRulesPaper(): string {
  const { en } = translators(readCatalogues(messageFolders()))
  return [
    '# How the progress of plans is told',
    'Drawn by `npm run plan-rules` from `src/modules/plans/progress/standing.ts` and `src/modules/plans/progress/roll-up.ts`, which the pages use. Who may take a step stands in [workflows.md](workflows.md).',
    '## Acceptance',
    `A report goes through these states: ${listed(reportWorkflow.states.map((state) => stateWord(en, 'plan-report', state)))}. Reports are written on plans that are ${listed(reportedPlanStates.map((state) => stateWord(en, 'plan', state)))}. The author's rating and the reviewer's stand apart; only the reviewer's, of an accepted report, counts in sums.`,
    stepTable(en, 'plan-report', reportWorkflow.steps),
    '## Locks',
    'A locked period takes no report and no measured value, and none of its reports changes its state. Before its first day a period is coming: it takes no report either.',
    stepTable(en, 'plan-period', periodWorkflow.steps),
    '## Where a report stands',
    'Of one item for one period, on one day in the zone of the plan. The first rule that holds decides.',
    table(
      ['standing', 'when'],
      standingRules.map(({ standing, when }) => [en(standingKeys[standing]), when]),
    ),
    'No report is asked for when',
    reasonsNotAsked.map((reason) => `- ${reason}.`).join('\n'),
    '## What an item counts as',
    'The period that counts is the last one whose report came or is missing; a report that is due only now hides neither the rating nor the gap before it.',
    table(
      ['standing', 'counts as'],
      Object.entries(markRules).map(([standing, mark]) => [
        en(standingKeys[standing as keyof typeof markRules]),
        mark === 'rating' ? "the reviewer's rating" : en(markKeys[mark]),
      ]),
    ),
    '## Sums',
    'An item sums up the items below it on which one reports, a plan all of them; split and dropped items are left out. The share that is done is that of items done among all of them, whether or not a report on them is there. The weakest item names the whole, in this order:',
    marks.map((mark, place) => `${place + 1}. ${en(markKeys[mark])}`).join('\n'),
    'So a whole is done only when all of its items are, and what is missing never becomes done.',
  ].join('\n\n')
}

type Steps = Readonly<Record<string, { from: readonly string[]; to: string; reason?: string }>>

const stepTable = (t: Translate, noun: string, steps: Steps): string =>
  table(
    ['step', 'from', 'to', 'reason'],
    Object.entries(steps).map(([step, { from, to, reason = '' }]) => [
      `\`${step}\``,
      listed(from.map((state) => stateWord(t, noun, state))),
      stateWord(t, noun, to),
      reason,
    ]),
  )

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const listed = (words: readonly string[]): string => words.join(', ')

if (import.meta.main) fs.writeFileSync(paper, `${planRulesPaper()}\n`)
