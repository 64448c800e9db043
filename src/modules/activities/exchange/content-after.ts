import { emptyContent, type ActivityContent, type LineTag, type Tag } from '../content.ts'
import type { ActivityDraft, TagField } from './activity-table.ts'

/** What an entry says after a row: what the row names replaces, everything else stays. */
export function contentAfter(
  before: ActivityContent = emptyContent,
  { content, whys, themes }: ActivityDraft,
): ActivityContent {
  const after = { ...before, ...content }
  const reasoned = <One extends Tag>(field: TagField, given: readonly One[]): One[] =>
    given.map((tag, place) => {
      const known =
        whys[field] === undefined ? before[field].find(({ code }) => code === tag.code)?.why : undefined
      return { ...tag, why: whys[field]?.[place] ?? known ?? tag.why }
    })
  const lines = reasoned('actionLines', after.actionLines)
  return {
    ...after,
    actionLines: lines.map((line) => ({ ...line, themes: themesOf(line, before, themes) })),
    sdgs: reasoned('sdgs', after.sdgs),
    gdc: reasoned('gdc', after.gdc),
    beneficiaries: reasoned('beneficiaries', after.beneficiaries),
  }
}

/** A theme belongs to the action line whose code it begins with. */
function themesOf(
  { code }: LineTag,
  before: ActivityContent,
  themes: readonly string[] | undefined,
): string[] {
  if (themes === undefined) return before.actionLines.find((line) => line.code === code)?.themes ?? []
  return themes.filter((theme) => theme.startsWith(`${code}.`))
}
