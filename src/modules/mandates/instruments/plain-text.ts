import type { Translate } from '#platform/messages.ts'
import type { ProvisionRecord } from './provision-shape.ts'
import type { RevisionRecord } from './revision-shape.ts'

/** A revision as plain text: its words where they were imported, else ours, marked as such. */
export function revisionAsText(t: Translate, revision: RevisionRecord, address: string): string {
  const { name, title, sections, footnotes } = revision
  const head = [name.text, title?.text, address, t('revisions.register-notice')]
  const body = sections.map((section) => [
    section.heading.text,
    ...section.provisions.map((provision) => lineOf(t, revision, provision)),
  ])
  const notes = footnotes.flatMap(({ mark, text }) => (text === null ? [] : [`${mark} ${text.text}`]))
  return `${[head, ...body, notes]
    .map((part) => part.filter((line) => line !== undefined).join('\n'))
    .filter((part) => part !== '')
    .join('\n\n')}\n`
}

function lineOf(t: Translate, { language }: RevisionRecord, provision: ProvisionRecord): string {
  const printed = provision.official.find((one) => one.language === language)
  const indent = '    '.repeat(provision.depth)
  const label = printed?.label ?? provision.label
  const words = printed
    ? [printed.text, printed.closing].filter((text) => text !== '').join(' ')
    : ownWords(t, provision)
  return `${indent}${label === null ? '' : `${label} `}${words}`
}

const ownWords = (t: Translate, { paraphrase }: ProvisionRecord): string =>
  paraphrase === null
    ? t('provisions.no-words')
    : t('provisions.in-our-words-inline', { text: paraphrase.text })
