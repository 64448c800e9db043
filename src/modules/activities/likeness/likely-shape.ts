import { z } from 'zod'
import { stateWord } from '#platform/access/words.ts'
import { inLanguage, languageCodes, languages } from '#platform/languages.ts'
import { shippedThesaurus } from '#platform/search/thesaurus/shipped-thesaurus.ts'
import { codedShape } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityStates } from '../activity.ts'
import type { ActivityCodes } from '../codes-queries.ts'
import { activityPaths } from '../paths.ts'
import { likenessKinds, type LikenessReason } from './likeness.ts'
import type { LikelyDuplicate } from './likely-queries.ts'

/** Another entry that may be about the same activity, with the reasons as data and in words. */
export const likelyShape = z.object({
  id: z.string(),
  title: z.string(),
  language: z.enum(languageCodes),
  state: codedShape(activityStates),
  /** Between 0 and 1. */
  score: z.number(),
  /** `values`: the figures, the concepts or the countries that both have. */
  reasons: z.array(codedShape(likenessKinds).extend({ values: z.array(z.string()) })),
  path: z.string(),
})

export type LikelyRecord = z.infer<typeof likelyShape>

export const likelyRecord = (visit: Visit, codes: ActivityCodes, one: LikelyDuplicate): LikelyRecord => ({
  id: one.id,
  title: one.title,
  language: one.language,
  state: { code: one.state, label: stateWord(visit.t, 'activity', one.state) },
  score: Math.round(one.score * 100) / 100,
  reasons: one.reasons.map((reason) => ({
    code: reason.kind,
    label: reasonWords(visit, codes, reason),
    values: valuesOf(reason),
  })),
  path: one.isPublic ? activityPaths.activity(one.id) : activityPaths.entry(one.id),
})

function reasonWords({ t, language }: Visit, codes: ActivityCodes, reason: LikenessReason): string {
  const list = (values: readonly string[]) =>
    new Intl.ListFormat(languages[language].tag, { type: 'conjunction' }).format(values)
  if (reason.kind === 'figures') return t('likeness.reason.figures', { figures: list(reason.figures) })
  if (reason.kind === 'concepts') {
    const { concepts } = shippedThesaurus()
    const names = reason.concepts.map((id) => concepts.get(id)?.terms[language][0] ?? id)
    return t('likeness.reason.concepts', { concepts: list(names) })
  }
  if (reason.kind === 'countries') {
    const names = reason.countries.map((code) => {
      const node = codes.countries.get(code)
      return (node && inLanguage(node.label, language)?.text) ?? code
    })
    return t('likeness.reason.countries', { countries: list(names) })
  }
  return t(`likeness.reason.${reason.kind}`)
}

function valuesOf(reason: LikenessReason): string[] {
  if (reason.kind === 'figures') return reason.figures
  if (reason.kind === 'concepts') return reason.concepts
  return reason.kind === 'countries' ? reason.countries : []
}
