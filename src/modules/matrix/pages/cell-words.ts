import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { bdi, spoken } from '#platform/ui/text.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { Tag } from '../cell-shape.ts'
import { matrixPaths } from '../paths.ts'

type Linked = { line: Tag; goal: Tag | null; target: Tag | null; objective: Tag | null }

/** What a line is linked with, in the order in which people name it. */
export const othersOf = ({
  goal,
  target,
  objective,
}: Linked): { tag: Tag; tree: 'goal' | 'target' | 'objective' }[] => [
  ...(target !== null
    ? [{ tag: target, tree: 'target' as const }]
    : goal !== null
      ? [{ tag: goal, tree: 'goal' as const }]
      : []),
  ...(objective === null ? [] : [{ tag: objective, tree: 'objective' as const }]),
]

/** 'C2', 'SDG 9', '9.1', 'GDC 1'. */
export const codeOf = (
  { t }: Pick<Visit, 't'>,
  tree: 'line' | 'goal' | 'target' | 'objective',
  code: string,
): string => {
  if (tree === 'goal') return t('matrix.code.goal', { code })
  return tree === 'objective' ? t('matrix.code.objective', { code }) : code
}

/** 'C2 · SDG 9 · GDC 1': a link in codes. */
export const cellName = (visit: Pick<Visit, 't'>, linked: Linked): string =>
  [linked.line.code, ...othersOf(linked).map(({ tag, tree }) => codeOf(visit, tree, tag.code))].join(' · ')

/** The same where it stands among words: each code by itself, in the direction of the page. */
export const cellTitle = (visit: Pick<Visit, 't'>, linked: Linked): Html =>
  html`${[{ tag: linked.line, tree: 'line' as const }, ...othersOf(linked)].map(
    ({ tag, tree }, place) => html`${place === 0 ? '' : ' · '}${bdi(codeOf(visit, tree, tag.code))}`,
  )}`

const paths = {
  line: matrixPaths.line,
  goal: matrixPaths.goal,
  target: matrixPaths.target,
  objective: matrixPaths.objective,
}

/** A code with its name, leading to what the Matrix says of it. */
export const tagLink = (visit: Visit, tree: keyof typeof paths, tag: Tag): Html =>
  html`<a href="${linkTo(visit, paths[tree](tag.code))}">${bdi(codeOf(visit, tree, tag.code))}</a>
    ${when(tag.label, () => spoken(visit.t, tag.label!))}`

export const crumbsOf = ({ t }: Pick<Visit, 't'>) => [{ label: t('matrix.title'), path: matrixPaths.matrix }]

export const crumbsOfLinks = (visit: Pick<Visit, 't'>) => [
  ...crumbsOf(visit),
  { label: visit.t('matrix.links'), path: matrixPaths.links },
]
