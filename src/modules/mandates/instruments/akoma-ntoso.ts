import {
  asAkomaNtoso as write,
  type Deliberation,
  type DeliberationUnit,
} from '#platform/export/akoma-ntoso.ts'
import { officialFor, type ProvisionRecord } from './provision-shape.ts'
import type { RevisionRecord } from './revision-shape.ts'

/**
 * A revision of the register as Akoma Ntoso in the language of the record: the official words where they were
 * imported in that language, else our paraphrase, which every paragraph then says of itself.
 */
export const revisionAsAkomaNtoso = (revision: RevisionRecord, address: string): string =>
  write(deliberationOf(revision, address))

function deliberationOf(revision: RevisionRecord, address: string): Deliberation {
  const { language, body } = revision
  const imported = revision.imported.find((text) => text.language === language)
  return {
    language,
    work: revision.id,
    author: { id: body.id ?? 'unknown', name: body.name?.text ?? body.acronym ?? 'unknown' },
    number: revision.number,
    symbol: revision.name.text,
    title: imported?.title ?? revision.title?.text ?? revision.name.text,
    formula: imported?.formula ?? null,
    adopted: revision.adoptedOn ?? revision.year,
    authoritative: false,
    aliases: [address],
    parts: revision.sections.map((section) => ({
      kind: section.kind.code,
      heading: section.heading.text,
      units: unitsUnder(revision, section.provisions, null),
    })),
    notes: revision.footnotes.map(({ mark, text }) => ({
      mark,
      text: text !== null && text.language === language ? text.text : null,
    })),
  }
}

function unitsUnder(
  revision: RevisionRecord,
  provisions: ProvisionRecord[],
  parent: string | null,
): DeliberationUnit[] {
  return provisions
    .filter((provision) => provision.parent === parent)
    .map((provision) => {
      const words = wordsOf(revision, provision)
      return {
        label: words.label,
        key: provision.label === null ? null : (provision.address.split('/').at(-1) ?? null),
        text: words.text,
        words: words.official ? ('verbatim' as const) : ('editorial' as const),
        closing: words.closing,
        notes: provision.footnotes,
        cites: provision.cites.flatMap(({ asWritten, target }) =>
          target === null ? [] : [{ asWritten, instrument: target }],
        ),
        children: unitsUnder(revision, provisions, provision.address),
      }
    })
}

function wordsOf({ language }: RevisionRecord, { official, paraphrase, label }: ProvisionRecord) {
  const printed = officialFor(language, official)
  if (printed?.language === language)
    return { label: printed.label, text: printed.text, closing: printed.closing, official: true }
  const own = paraphrase?.language === language ? paraphrase.text : null
  return { label, text: own, closing: '', official: false }
}
