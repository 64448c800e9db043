import { asBibTeX, asRis, type Cited } from '#modules/mandates/index.ts'
import { date, dayOf } from '#platform/ui/format.ts'
import { addressOf } from '#platform/web/address.ts'
import type { RecordResource } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { ComparedPart } from '../freezing/compared-shape.ts'
import { reportPaths } from '../paths.ts'

/** The sentence by which a number, table or chart of a report is cited; of a draft, that it is one. */
export function citedPart({ t, language, now }: Visit, { report, part, frozenOn }: ComparedPart): string {
  const { title, symbol, version, digest } = report
  if (frozenOn === null || digest === null)
    return t('reports.paper.cited-live', { title, date: date(language, dayOf(now)), part: part.words })
  return t('reports.paper.cited', {
    ...{ title, symbol: symbol ?? report.id, version, digest, part: part.words },
    date: date(language, frozenOn),
  })
}

export const addressOfPart = ({ settings, language }: Visit, { report, part }: ComparedPart): string =>
  settings.publicUrl + addressOf(language, reportPaths.part(report.id, part.key))

/** For reference managers: the report with the part, and the checksum that tells whether it is still the same. */
function cited(visit: Visit, compared: ComparedPart): Cited {
  const { report, part, frozenOn } = compared
  return {
    id: `${report.symbol ?? report.id}-v${report.version}-${part.key}`,
    name: [
      report.symbol,
      visit.t('plans.version', { version: report.version }),
      frozenOn,
      report.digest === null ? null : `SHA-256 ${report.digest}`,
    ]
      .filter((one) => one !== null)
      .join(', '),
    title: report.title,
    body: report.lead,
    place: null,
    year: Number((frozenOn ?? dayOf(visit.now)).slice(0, 4)),
    provision: part.words,
    language: visit.language,
    address: addressOfPart(visit, compared),
  }
}

export const citationForms = {
  '.txt': {
    type: 'text/plain',
    write: (visit, part) => `${citedPart(visit, part)}\n${addressOfPart(visit, part)}\n`,
  },
  '.ris': {
    type: 'application/x-research-info-systems',
    write: (visit, part) => asRis(cited(visit, part)),
  },
  '.bib': { type: 'application/x-bibtex', write: (visit, part) => asBibTeX(cited(visit, part)) },
} satisfies RecordResource<never, ComparedPart>['forms']
