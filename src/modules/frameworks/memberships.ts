import type { CountryRow, ReferenceFiles } from './reference-files.ts'

export type MembershipEntry = {
  framework: 'country-groups' | 'itu-regions' | 'un-commissions'
  group: string
  country: string
  role: 'member' | 'associate'
  from: string | null
  to: string | null
  certainty: 'known' | 'scheduled' | 'uncertain' | 'geographic'
  note: string | null
}

/** Which country belongs to which group or region, with the dates that the files know. */
export function membershipsOf(files: ReferenceFiles): MembershipEntry[] {
  const regions = new Map(files.groups.map(({ source, code }) => [source, code]))
  return files.countries.flatMap((row) => [
    ...leastDeveloped(row),
    ...(row.lldc === '1' ? [entry(row, 'country-groups', 'LLDC')] : []),
    ...(row.sids === '1' ? [entry(row, 'country-groups', 'SIDS')] : []),
    ...region(row, regions),
    ...list(row.un_regional_commissions).map((code) => entry(row, 'un-commissions', code)),
    ...list(row.un_regional_commissions_associate).map((code) => ({
      ...entry(row, 'un-commissions', code),
      role: 'associate' as const,
    })),
  ])
}

const entry = (row: CountryRow, framework: MembershipEntry['framework'], group: string): MembershipEntry => ({
  framework,
  group,
  country: row.alpha2 ?? '',
  role: 'member',
  from: null,
  to: null,
  certainty: 'known',
  note: null,
})

const list = (text: string | undefined) =>
  (text ?? '')
    .split(';')
    .filter((one) => one !== '')
    .map((one) => one.toLowerCase())

/** The note tells when a country left the group, or is to leave it, or asked for more time. */
function leastDeveloped(row: CountryRow): MembershipEntry[] {
  const note = row.ldc_note ?? ''
  const left = /^graduated (\d{4}-\d\d-\d\d)/.exec(note)?.[1]
  const leaves = /^scheduled (\d{4}-\d\d-\d\d)/.exec(note)?.[1]
  if (row.ldc !== '1' && !left) return []
  const certainty = !leaves ? 'known' : /requested/.test(note) ? 'uncertain' : 'scheduled'
  return [
    { ...entry(row, 'country-groups', 'LDC'), to: left ?? leaves ?? null, certainty, note: note || null },
  ]
}

function region(row: CountryRow, regions: Map<string | undefined, string>): MembershipEntry[] {
  const group = regions.get(row.itu_region)
  if (!row.itu_region || !group) return []
  const certainty = row.itu_region_basis === 'member list' ? 'known' : 'geographic'
  return [{ ...entry(row, 'itu-regions', group), certainty }]
}
