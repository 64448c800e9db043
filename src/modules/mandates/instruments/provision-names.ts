import { isLanguageCode, type Translated } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import type { SectionDetail } from './provision.ts'
import { said, type Reader, type Said } from '../shapes.ts'

/** A heading as printed, or, where no text in the reader's language was imported, its verb and addressees in our words. */
export type Heading = Said & { official: boolean }

export type SectionHead = Omit<SectionDetail, 'provisions'>

export function headingOf(reader: Reader, section: SectionHead): Heading {
  const printed = section.headings[reader.language]
  if (printed) return { text: printed, language: reader.language, official: true }
  const own = ownHeading(reader, section)
  if (own !== null) return { text: own, language: reader.language, official: false }
  const elsewhere = said(reader, section.headings)
  return elsewhere === null
    ? { text: section.key, language: 'en', official: false }
    : { ...elsewhere, official: true }
}

/** 'instructs (Secretary-General of ITU)': the verb and addressees of a section in our words; null for a verb that we do not know. */
export function ownHeading(
  reader: Reader,
  { act, addressees }: Pick<SectionHead, 'act' | 'addressees'>,
): string | null {
  const key = act === null ? undefined : actKeys[act]
  if (key === undefined) return null
  const verb = reader.t(key)
  if (addressees.length === 0) return verb
  const names = addressees.map((id) => said(reader, reader.bodies.get(id)?.name ?? {})?.text ?? id)
  return reader.t('provisions.told', { act: verb, names: listed(reader, names) })
}

const listed = (reader: Reader, names: string[]): string =>
  new Intl.ListFormat(reader.t.language.locale, { type: 'conjunction' }).format(names)

/** Labels from the outermost unit to this one, as printed: ['6', 'i)']. */
export type Steps = (string | null)[]

/** 'resolves 6 i)': the heading, shortened to its verb where it has one, and the labels down to the provision. */
export function provisionName(reader: Reader, section: SectionHead, steps: Steps): string {
  const heading = headingOf(reader, section)
  const labels = steps.filter((label) => label !== null).map((label) => isolated(reader, label))
  return [heading.text, ...labels].join(' ')
}

/** In text from right to left a label such as 'f)' keeps its own direction, or its bracket would change sides. */
const isolated = ({ t }: Reader, label: string): string =>
  t.language.direction === 'rtl' ? `\u2068${label}\u2069` : label

/** Headings of other revisions, by '<revision>/<section key>': see `sectionHeads`. */
export type SectionHeads = Map<string, SectionHead>

/**
 * A provision of which only the address is at hand: 'considering e viii'. Its labels are the neutral ones of the address,
 * without brackets. Nothing is added for an unlabelled provision that stands alone.
 */
export function addressName(reader: Reader, heads: SectionHeads, revision: string, address: string): string {
  const [key = '', ...steps] = address.split('/')
  const head = heads.get(`${revision}/${key}`)
  const heading = head === undefined ? key.replaceAll('-', ' ') : headingOf(reader, head).text
  const labels = steps.filter((step) => step !== '0').map((step) => step.replace(/^p(?=\d+$)/, '¶'))
  return [heading, ...labels].join(' ')
}

/** The labels of each provision of a section with those of the provisions above it. */
export function stepsByAddress(
  provisions: { address: string; parent: string | null; label: string | null }[],
): Map<string, Steps> {
  const steps = new Map<string, Steps>()
  for (const { address, parent, label } of provisions) {
    steps.set(address, [...(parent === null ? [] : (steps.get(parent) ?? [])), label])
  }
  return steps
}

/** Texts per language as a list in which each says its language. */
export const eachLanguage = (text: Translated): Said[] =>
  Object.entries(text).flatMap(([language, words]) =>
    isLanguageCode(language) && words ? [{ text: words, language }] : [],
  )

// The verbs of the register. A text with another verb is named by its printed heading.
export const actKeys: Record<string, MessageKey> = {
  recalling: 'act.recalling',
  'recalling-further': 'act.recalling-further',
  considering: 'act.considering',
  'considering-further': 'act.considering-further',
  noting: 'act.noting',
  'noting-further': 'act.noting-further',
  'taking-into-account': 'act.taking-into-account',
  'bearing-in-mind': 'act.bearing-in-mind',
  recognizing: 'act.recognizing',
  'recognizing-further': 'act.recognizing-further',
  resolves: 'act.resolves',
  'resolves-further': 'act.resolves-further',
  decides: 'act.decides',
  instructs: 'act.instructs',
  'instructs-further': 'act.instructs-further',
  requests: 'act.requests',
  invites: 'act.invites',
  encourages: 'act.encourages',
  urges: 'act.urges',
  expresses: 'act.expresses',
}
