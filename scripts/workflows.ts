import fs from 'node:fs'
import path from 'node:path'
import { nounWord, stateWord } from '#platform/access/words.ts'
import type { Workflow } from '#platform/access/workflow.ts'
import { readCatalogues, translators, type Translate } from '#platform/messages.ts'
import { stepRows } from '../src/modules/site/rights/workflow-shape.ts'
import { modules } from '../src/modules.ts'
import { messageFolders } from '../src/site.ts'

/** `npm run workflows`: draws docs/workflows.md from the workflows and rights of all modules. */
export const paper = path.join(import.meta.dirname, '../docs/workflows.md')

export function workflowsPaper(): string {
  const { en } = translators(readCatalogues(messageFolders()))
  const workflows = modules.flatMap(({ workflows: all = [] }) => all)
  return [
    '# Workflows',
    'Drawn by `npm run workflows` from the tables that the modules declare; the page /workflows shows the same in six languages. Who may take a step stands in the rights table, which the page /rights shows.',
    ...workflows.flatMap((workflow) => [
      `## ${capital(nounWord(en, workflow.noun))}`,
      drawing(en, workflow),
      table(en, workflow),
    ]),
  ].join('\n\n')
}

function drawing(t: Translate, { noun, states, start, ends, steps }: Workflow): string {
  const id = (state: string) => state.replaceAll('-', '_')
  const arrows = Object.entries(steps).flatMap(([step, { from, to }]) =>
    from.map((state) => `  ${id(state)} --> ${id(to)}: ${step}`),
  )
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...states.map((state) => `  state "${stateWord(t, noun, state)}" as ${id(state)}`),
    `  [*] --> ${id(start)}`,
    ...arrows,
    ...ends.map((state) => `  ${id(state)} --> [*]`),
    '```',
  ].join('\n')
}

function table(t: Translate, workflow: Workflow): string {
  const rights = modules.flatMap(({ rights: all = [] }) => all)
  const rows = stepRows(t, [workflow], rights).map(({ step, from, to, reason, who }) => [
    `\`${step.code}\`: ${step.label}`,
    from.map(({ label }) => label).join(', '),
    to.label,
    reason,
    who,
  ])
  const head = ['step', 'from', 'to', 'reason', 'who']
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

if (import.meta.main) fs.writeFileSync(paper, `${workflowsPaper()}\n`)
