import { languageCodes, type LanguageCode, type Translated } from '#platform/languages.ts'
import type { FieldText } from '#platform/texts/text-state.ts'
import type { Licence } from '../activity.ts'
import type { ActivityContent, ProseField } from '../content.ts'
import type { FoundActivity } from '../finding/activity-document.ts'
import { licenceAddresses } from '../published/activity-shape.ts'

/** A published activity as anybody may take it away: all fields in the original language, and nothing of its making. */
export type OpenEntry = {
  id: string
  /** Leads to the reader's language. */
  address: string
  revision: number
  state: FoundActivity['state']
  /** In which all texts were written; titles in other languages are translations. */
  language: LanguageCode
  titles: OpenTitle[]
  organization: OpenOrganization | null
  licence: Licence
  /** Where the licence is written out. */
  licenceAddress: string | null
  firstPublished: string
  changed: string
  confirmed: string
  /** An invented one, to try things out. */
  example: boolean
  picture: { address: string; sha256: string; width: number; height: number; alt: string } | null
  attachments: { address: string; sha256: string; name: string; type: string; size: number }[]
} & Pick<ActivityContent, ProseField> &
  Omit<ActivityContent, ProseField | 'picture' | 'attachments'>

export type OpenTitle = { language: LanguageCode; title: string; state: FieldText['state'] }

export type OpenOrganization = {
  id: string
  name: Translated
  acronym: string | null
  type: string
  country: string | null
}

export function openEntry(found: FoundActivity, publicUrl: string): OpenEntry {
  const { id, content, organization } = found
  const { picture, attachments, ...said } = content
  const address = entryAddress(publicUrl, id)
  const changed = (found.changedAt ?? new Date(0)).toISOString()
  return {
    id,
    address,
    revision: found.publishedRevision ?? 1,
    state: found.state,
    language: found.language,
    ...said,
    titles: titlesOf(found),
    organization: organization && {
      id: organization.id,
      name: organization.name,
      acronym: organization.acronym,
      type: organization.type,
      country: organization.country,
    },
    picture: picture && {
      address: `${address}/pictures/${picture.checksum}`,
      sha256: picture.checksum,
      width: picture.width,
      height: picture.height,
      alt: picture.alt,
    },
    attachments: attachments.map(({ checksum, name, type, size }) => ({
      address: `${address}/attachments/${checksum}`,
      sha256: checksum,
      name,
      type,
      size,
    })),
    licence: found.licence,
    licenceAddress: licenceAddresses[found.licence],
    firstPublished: found.firstPublishedAt?.toISOString() ?? changed,
    changed,
    confirmed: found.confirmedAt?.toISOString() ?? changed,
    example: found.isExample,
  }
}

export const entryAddress = (publicUrl: string, id: string): string => `${publicUrl}/activities/${id}`

/** Translations of the title, each with how sure it is: what a machine wrote is never without its label. */
function titlesOf({ language, translations }: FoundActivity): OpenTitle[] {
  return languageCodes.flatMap((code) => {
    const there = code === language ? undefined : translations?.[code]?.['title']
    return there?.text ? [{ language: code, title: there.text, state: there.state }] : []
  })
}
