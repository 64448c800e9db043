import { languages, isLanguageCode } from '#platform/languages.ts'
import type { Visit } from '#platform/web/visit.ts'
import { licences } from '../activity.ts'
import { proseFields, type ActivityContent } from '../content.ts'
import { licenceKeys } from '../licence-words.ts'
import { entryTexts } from '../moderation/entry-texts.ts'
import { organizationLabel } from './choices.ts'
import type { Contact } from './contact-commands.ts'
import type { EntryPart, PartValues } from './entry-parts.ts'
import type { EntrySubject } from './sections/section.ts'

/** What parts of an entry say, in words that can be laid beside those of somebody else. */
export function partTexts(
  visit: Visit,
  { activity, codes, organizations }: EntrySubject,
  values: PartValues,
): (part: EntryPart) => string {
  const content = { ...activity.content, ...values } as ActivityContent
  const written = new Map<EntryPart, string>(
    entryTexts(visit, codes, content, null).map(({ field, text }) => [field, text]),
  )
  const { organization, language, licence, contact } = values
  const chosen = organizations.find(({ id }) => id === organization)
  written.set('organization', chosen ? organizationLabel(visit, chosen) : String(organization ?? ''))
  written.set(
    'language',
    typeof language === 'string' && isLanguageCode(language) ? languages[language].endonym : '',
  )
  const known = licences.find((one) => one === licence)
  written.set('licence', known ? visit.t(licenceKeys[known]) : '')
  written.set('contact', contactText((contact ?? null) as Contact | null))
  return (part) => written.get(part) ?? ''
}

const contactText = (contact: Contact | null): string =>
  contact === null
    ? ''
    : [
        [contact.honorific, contact.firstName, contact.lastName].filter(Boolean).join(' '),
        contact.position,
        contact.email,
        contact.phone,
      ]
        .filter(Boolean)
        .join('\n')

export const isProse = (part: EntryPart): boolean => (proseFields as readonly string[]).includes(part)
