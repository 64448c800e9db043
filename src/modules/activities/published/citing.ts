import { asBibTeX, asRis, type Cited } from '#modules/mandates/index.ts'
import { date } from '#platform/ui/format.ts'
import { addressOf } from '#platform/web/address.ts'
import type { RecordResource } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityPaths } from '../paths.ts'
import type { ActivityRecord } from './activity-shape.ts'

type Reader = Pick<Visit, 't' | 'language' | 'settings'>

/** Where the revision that is cited stays as it was read. */
export const addressCited = ({ settings, language }: Reader, { id, revision }: ActivityRecord): string =>
  settings.publicUrl + addressOf(language, activityPaths.revision(id, revision))

/** What is invented says so wherever it goes. */
function sourceOf({ t, language }: Reader, { publishedAt, example }: ActivityRecord): string {
  const source = `${t('activities.title')} (${date(language, publishedAt.slice(0, 10))})`
  return example ? `${source} · ${t('activities.example-mark')}` : source
}

function citedSentence(reader: Reader, record: ActivityRecord): string {
  const { organization, title } = record
  return [organization?.name.text, title.text, sourceOf(reader, record)]
    .flatMap((part) => (part === undefined ? [] : [`${part}.`]))
    .join(' ')
}

const cited = (reader: Reader, record: ActivityRecord): Cited => ({
  id: `${record.id}-${record.revision}`,
  name: sourceOf(reader, record),
  title: record.title.text,
  body: record.organization?.name.text ?? null,
  place: null,
  year: Number(record.publishedAt.slice(0, 4)),
  provision: null,
  language: record.title.language,
  address: addressCited(reader, record),
})

/** One revision of an activity as a sentence and for reference managers. */
export const citationForms = {
  '.txt': {
    type: 'text/plain',
    write: (visit, record) => `${citedSentence(visit, record)}\n${addressCited(visit, record)}\n`,
  },
  '.ris': {
    type: 'application/x-research-info-systems',
    write: (visit, record) => asRis(cited(visit, record)),
  },
  '.bib': { type: 'application/x-bibtex', write: (visit, record) => asBibTeX(cited(visit, record)) },
} satisfies RecordResource<never, ActivityRecord>['forms']
