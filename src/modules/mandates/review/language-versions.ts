import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import type { TextUnit } from '../importing/text.ts'
import { neutralName } from './label-names.ts'

/** A unit of one language version, with the address by which it is the same in all of them. */
export type VersionUnit = Pick<TextUnit, 'path' | 'address' | 'section' | 'label' | 'text' | 'closing'> & {
  language: LanguageCode
}

export type LanguageDifference = {
  address: string
  kind: 'missing' | 'label'
  /** Languages in which the unit is missing, or printed with a label of its own. */
  languages: LanguageCode[]
  /** What each language prints. */
  labels: Partial<Record<LanguageCode, string>>
}

/** In what the language versions of a revision are not built alike: units that some lack, labels that do not agree. */
export function languageDifferences(units: VersionUnit[]): LanguageDifference[] {
  const present = languagesOf(units)
  const byAddress = Map.groupBy(units, (unit) => unit.address ?? unit.path)
  return [...byAddress].flatMap(([address, versions]): LanguageDifference[] => {
    const labels = Object.fromEntries(versions.map(({ language, label }) => [language, label ?? '']))
    const missing = present.filter((code) => !versions.some(({ language }) => language === code))
    const odd = oddLabels(versions)
    return [
      ...(missing.length > 0 ? [{ address, kind: 'missing' as const, languages: missing, labels }] : []),
      ...(odd.length > 0 ? [{ address, kind: 'label' as const, languages: odd, labels }] : []),
    ]
  })
}

export const languagesOf = (units: Pick<VersionUnit, 'language'>[]): LanguageCode[] =>
  languageCodes.filter((code) => units.some(({ language }) => language === code))

/** Those whose label is not the one that most languages have. */
function oddLabels(versions: VersionUnit[]): LanguageCode[] {
  const named = versions.map(({ language, label }) => ({
    language,
    name: label === null ? '' : neutralName(label, []),
  }))
  const groups = [...Map.groupBy(named, ({ name }) => name)].toSorted(([, a], [, b]) => b.length - a.length)
  return groups.slice(1).flatMap(([, odd]) => odd.map(({ language }) => language))
}

/** How many units each language version has, whole and per section. */
export function unitCounts(
  units: VersionUnit[],
): { section: string | null; counts: Partial<Record<LanguageCode, number>> }[] {
  const sections = [...new Set(units.map(sectionOf))]
  const counted = (own: VersionUnit[]) =>
    Object.fromEntries(
      languagesOf(units).map((code) => [code, own.filter(({ language }) => language === code).length]),
    )
  return [
    { section: null, counts: counted(units) },
    ...sections.map((section) => ({
      section,
      counts: counted(units.filter((unit) => sectionOf(unit) === section)),
    })),
  ]
}

/** A heading that was read otherwise in one language is the same section, where its units were paired. */
const sectionOf = ({ address, section }: VersionUnit) => address?.split('/')[0] ?? section
