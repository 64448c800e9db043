import { countries, ituRegions, stakeholderTypes } from '#modules/frameworks/index.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Issue } from '#platform/errors.ts'
import { languageCodes } from '#platform/languages.ts'
import { iatiFrom, rorFrom } from './identifiers.ts'
import type { OrganizationFields } from './organization.ts'

/** What of an organization's description does not fit; the fields are called as in the form. */
export async function issuesOfFields(db: Db, fields: OrganizationFields): Promise<Issue[]> {
  const [types, lands, regions] = [await stakeholderTypes(db), await countries(db), await ituRegions(db)]
  const unknown = (field: string, value: string | null, nodes: { code: string }[]): Issue[] =>
    value === null || nodes.some(({ code }) => code === value)
      ? []
      : [{ field, key: 'form.value.choice', validValues: nodes.map(({ code }) => code) }]
  return [
    ...(languageCodes.some((code) => fields.name[code]?.trim())
      ? []
      : [{ field: 'name-en', key: 'organizations.name.missing' } as const]),
    ...unknown('type', fields.stakeholderType, types),
    ...unknown('country', fields.country, lands),
    ...unknown('region', fields.region, regions),
    ...(fields.website === null || isWebAddress(fields.website)
      ? []
      : [{ field: 'website', key: 'form.value.wrong', rule: 'rule.web-address' } as const]),
    ...(fields.ror === null || rorFrom(fields.ror) === fields.ror
      ? []
      : [{ field: 'ror', key: 'form.value.wrong', rule: 'rule.ror' } as const]),
    ...(fields.iati === null || iatiFrom(fields.iati) === fields.iati
      ? []
      : [{ field: 'iati', key: 'form.value.wrong', rule: 'rule.iati' } as const]),
  ]
}

const isWebAddress = (text: string): boolean =>
  /^https?:\/\/[^\s/]+\.[^\s]+$/.test(text) && URL.canParse(text)
