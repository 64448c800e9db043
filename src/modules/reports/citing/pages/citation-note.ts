import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { dateText, spoken } from '#platform/ui/text.ts'
import type { Visit } from '#platform/web/visit.ts'
import { reportPaths } from '../../paths.ts'
import { isDated } from '../citation.ts'
import type { CitedRecord } from '../citation-shape.ts'

/** A footnote: what is cited, how strong and how old it was, and the way to how it stands now. */
export function citationNote(visit: Visit, report: string, cited: CitedRecord): Html {
  const { t } = visit
  const { address, name, number, stood, isPublic } = cited
  const words = name === null ? html`<bdi>${address}</bdi>` : spoken(t, name)
  const isOfSite = address.startsWith('/') && !address.startsWith('//')
  return html`${stood === null ? '' : html`${t('words.before', { words: stood.kind.label })} `}
  ${isOfSite && !isPublic ? words : html`<a href="${hrefOf(visit, address)}">${words}</a>`}
  ${when(stood?.state, () => html`· ${stood?.state}`)}
  ${when(stood?.strength, () => html`· <span class="tag">${stood?.strength?.label}</span>`)}
  ${when(stood?.day && isDated(stood.kind.code), () => html`· ${dateText(t, stood?.day ?? '')}`)}
  ${when(stood?.age, () => html`· ${stood?.age?.label}`)}
  ${when(isOfSite && !isPublic, () => html`· ${t(name === null ? 'reports.proof.no-record' : 'reports.proof.change.gone')}`)}
  ${when(
    number,
    () =>
      html`·
        <a href="${linkTo(visit, reportPaths.citation(report, number ?? 0))}"
          >${t('reports.proof.then-and-now')}<span class="unseen"> ${String(number)}</span></a
        >`,
  )}`
}

/** An address of this site leads there in the reader's language, any other stays text that can be followed. */
const hrefOf = (visit: Visit, address: string): string =>
  address.startsWith('/') && !address.startsWith('//')
    ? linkTo(visit, address.replace(/^\/(?:ar|zh|en|fr|ru|es)(?=\/)/, ''))
    : address
