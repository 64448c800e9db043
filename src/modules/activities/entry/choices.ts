import type { FrameworkNode } from '#modules/frameworks/index.ts'
import { inLanguage } from '#platform/languages.ts'
import type { Choice } from '#platform/ui/form.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { OrganizationChoice } from './organization-queries.ts'

/** What a code is called on this page: short where there is a short name. */
export function codeLabel({ language }: Pick<Visit, 'language'>, node: FrameworkNode): string {
  const said = node.short[language] ?? node.label[language] ?? inLanguage(node.label, language)?.text
  return said ?? node.code
}

/** Codes as choices, in the order of their tree. */
export const codeChoices = (visit: Pick<Visit, 'language'>, nodes: Map<string, FrameworkNode>): Choice[] =>
  [...nodes.values()].map((node) => ({ value: node.code, label: codeLabel(visit, node) }))

/** Codes as choices, in the order of the reader's alphabet. */
export function sortedChoices(visit: Visit, nodes: Map<string, FrameworkNode>): Choice[] {
  const collator = new Intl.Collator(visit.t.language.locale)
  return codeChoices(visit, nodes).toSorted((one, other) => collator.compare(one.label, other.label))
}

/** 'C2 · Information and communication infrastructure': the code is what people know. */
export const codedLabel = (visit: Pick<Visit, 'language'>, node: FrameworkNode): string =>
  `${node.code} · ${codeLabel(visit, node)}`

/** The id of the box of a code: no spaces, no dots. */
export const choiceId = (name: string, code: string): string => `f-${name}-${code.replaceAll(/[ .]/g, '-')}`

export const organizationLabel = ({ language }: Pick<Visit, 'language'>, one: OrganizationChoice): string => {
  const name = inLanguage(one.name, language)?.text ?? one.id
  return one.acronym === null ? name : `${name} (${one.acronym})`
}
