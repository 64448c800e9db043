import { element, xmlDocument, type Xml } from '#platform/export/xml.ts'
import { languages, type LanguageCode } from '#platform/languages.ts'
import type { TextState } from '#platform/texts/texts.ts'
import type { ExchangedSegment } from './report.ts'

export const xliffNamespace = 'urn:oasis:names:tc:xliff:document:2.0'
export const ownNamespace = 'urn:actionline:texts:1'

/** What a file says of each record: its title and where it is read. */
export type ExchangedRecord = { title: string; address: string; fieldName: (field: string) => string }

/** XLIFF 2.1: a file per record, a unit per field. The states of ours that XLIFF has not stand in `subState`. */
export function asXliff(
  segments: readonly ExchangedSegment[],
  { from, to }: { from: LanguageCode; to: LanguageCode },
  recordOf: (kind: string, id: string) => ExchangedRecord,
): string {
  const records = Map.groupBy(segments, ({ kind, id }) => `${kind}/${id}`)
  const files = [...records].map(([original, ofRecord], number) =>
    fileOf(original, ofRecord, number, recordOf),
  )
  return xmlDocument(
    element(
      'xliff',
      {
        xmlns: xliffNamespace,
        'xmlns:actionline': ownNamespace,
        version: '2.1',
        srcLang: languages[from].tag,
        trgLang: languages[to].tag,
      },
      ...files,
    ),
  )
}

function fileOf(
  original: string,
  segments: readonly ExchangedSegment[],
  number: number,
  recordOf: (kind: string, id: string) => ExchangedRecord,
): Xml {
  const [first] = segments
  const { title, address, fieldName } = recordOf(first?.kind ?? '', first?.id ?? '')
  const version = first?.version ?? null
  const units = [...Map.groupBy(segments, ({ field }) => field)]
  return element(
    'file',
    {
      id: `f${number + 1}`,
      original,
      canResegment: 'no',
      'actionline:version': version === null ? null : String(version),
    },
    element(
      'notes',
      {},
      element('note', { category: 'title' }, title),
      element('note', { category: 'address' }, address),
    ),
    ...units.map(([field, ofField]) =>
      element(
        'unit',
        { id: field, name: fieldName(field), 'xml:space': 'preserve' },
        ...ofField.map(segmentOf),
      ),
    ),
  )
}

const segmentOf = ({ segment, state, source, target }: ExchangedSegment): Xml =>
  element(
    'segment',
    {
      id: `s${segment}`,
      state: xliffStates[state === 'draft' ? 'outdated' : state],
      subState: state === 'missing' || state === 'draft' ? null : `actionline:${state}`,
    },
    element('source', {}, source),
    ...(target === '' ? [] : [element('target', {}, target)]),
  )

/** What XLIFF calls the states; 'initial' is all that is not finished. */
export const xliffStates: Record<TextState, 'initial' | 'translated' | 'reviewed' | 'final'> = {
  missing: 'initial',
  outdated: 'initial',
  machine: 'translated',
  human: 'translated',
  reviewed: 'reviewed',
  original: 'final',
}
