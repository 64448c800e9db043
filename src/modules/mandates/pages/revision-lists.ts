import type { Translate } from '#platform/messages.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo, type Place } from '#platform/ui/links.ts'
import { statusTag } from '#platform/ui/status.ts'
import { table } from '#platform/ui/table.ts'
import { bdi, dateText, languageBadge, spoken, unseen } from '#platform/ui/text.ts'
import { mandatePaths } from '../paths.ts'
import type { CitationRecord, CitedByRecord } from '../instruments/provision-shape.ts'
import type { RevisionLinkRecord } from '../instruments/revision-shape.ts'
import type { RevisionRefRecord } from '../shapes.ts'

/** A revision by its name, as a link to its page. */
export const revisionLink = (place: Place, { id, name }: Pick<RevisionRefRecord, 'id' | 'name'>): Html =>
  html`<a href="${linkTo(place, mandatePaths.revision(id))}">${spoken(place.t, name)}</a>`

/** Says of a status who knows it: 'status unknown' has a sign of its own. */
export const revisionStatus = (place: Place, { status }: Pick<RevisionRefRecord, 'status'>): Html =>
  statusTag(place.t, status.code === 'unknown' ? 'status-unknown' : status.code)

/** The revisions of an instrument, newest first: since when and until when each stood, and what the register holds of it. */
export function chainTable(place: Place, chain: RevisionLinkRecord[], current: string | null): Html {
  const { t } = place
  const newestFirst = [...chain].reverse()
  return table({
    id: 'chain',
    caption: t('instruments.chain'),
    columns: [
      { label: t('instruments.revision') },
      { label: t('instruments.since') },
      { label: t('instruments.until') },
    ],
    rows: newestFirst.map((link) => [
      html`${link.id === current ? html`<span aria-current="true">${spoken(t, link.name)}</span>` : revisionLink(place, link)}<br />${revisionStatus(place, link)}<br />${heldLine(place, link)}${changesLink(place, link)}`,
      yearCell(place, link.year, { isVerified: link.verified }),
      link.supersededBy === null
        ? '–'
        : yearCell(place, link.supersededIn, { isVerified: link.supersessionVerified !== false }),
    ]),
  })
}

const yearCell = ({ t }: Place, year: number | null, { isVerified }: { isVerified: boolean }): Html =>
  html`${year === null ? html`<span class="muted">${t('instruments.year-unknown')}</span>` : dateText(t, String(year))}
  ${when(!isVerified, () => statusTag(t, 'presumed'))}`

const changesLink = (place: Place, { id, name, hasChanges }: RevisionLinkRecord): Html | '' =>
  when(
    hasChanges,
    () =>
      html`<br /><a href="${linkTo(place, mandatePaths.changes(id))}"
          >${place.t('succession.title')}${unseen(` ${name.text}`)}</a
        >`,
  )

/** What the register holds of a revision: its provisions, its official text, or no more than its name. */
function heldLine(place: Place, { hasProvisions, texts }: RevisionLinkRecord): Html {
  const { t } = place
  const provisions = hasProvisions ? t('instruments.held-provisions') : t('instruments.held-name-only')
  return html`<span class="held"
    >${t('instruments.held')}
    ${provisions}${texts.map((code) => html` · ${t('instruments.held-text')} ${languageBadge(t, code)}`)}</span
  >`
}

/** What a text cites: each cited text once, with the places that cite it and which of its paragraphs. */
export const citationList = (place: Place, cites: CitationRecord[], revision: string): Html =>
  html`<ul class="citations">
    ${gathered(cites).map(
      (same) =>
        html`<li>
          ${same.slice(0, 1).map((cite) => citedText(place, { ...cite, paragraphs: [] }))}
          <p class="hint">
            ${place.t('provisions.cited-in')}
            ${same.map((cite, index) => html`${index > 0 ? ' · ' : ''}${citingPlace(place, cite, revision)}`)}
          </p>
        </li>`,
    )}
  </ul>`

const citingPlace = (place: Place, { address, name, paragraphs }: CitationRecord, revision: string): Html =>
  html`<a href="${linkTo(place, mandatePaths.provision(revision, address))}">${bdi(name)}</a>${when(
      paragraphs.length,
      () => html` (${bdi(paragraphWords(place.t, paragraphs))})`,
    )}`

/** '§§ 27 and 50' as the register notes it, with the page's own word for 'and'. */
const paragraphWords = (t: Translate, paragraphs: string[]): string =>
  paragraphs
    .map((noted) => noted.replace(' of that resolution', '').replace(' to ', '–').split(' and '))
    .map((parts) => new Intl.ListFormat(t.language.locale, { type: 'conjunction' }).format(parts))
    .join(' · ')

/** Citations of the same text together, in the order in which each text is first cited. */
function gathered(cites: CitationRecord[]): CitationRecord[][] {
  const byText = new Map<string, CitationRecord[]>()
  for (const cite of cites) {
    const key = `${cite.revision?.id ?? cite.target ?? cite.asWritten} ${cite.explicit}`
    byText.set(key, [...(byText.get(key) ?? []), cite])
  }
  return [...byText.values()]
}

/** The cited text, as a link where the register has it, with a word about newer revisions and descriptions. */
export function citedText(place: Place, cite: CitationRecord): Html {
  const { t } = place
  const name =
    cite.revision === null ? html`<bdi lang="en">${cite.asWritten}</bdi>` : revisionLink(place, cite.revision)
  const { latest } = cite
  return html`${name}${when(cite.paragraphs.length, () => html` ${bdi(paragraphWords(t, cite.paragraphs))}`)}
  ${when(!cite.explicit, () => html`<span class="badge">${t('provisions.by-description')}</span>`)}
  ${when(cite.revision === null && cite.target === null, () => html`<span class="badge">${t('provisions.not-identified')}</span>`)}
  ${when(latest && latest.id !== cite.revision?.id, () => html`<span class="muted">${t('provisions.now')} ${latest ? revisionLink(place, latest) : ''}</span>`)}`
}

/** Provisions elsewhere that cite this. */
export const citedByList = (place: Place, citing: CitedByRecord[]): Html =>
  html`<ul class="citations">
    ${citing.map(
      (one) =>
        html`<li>
          <a href="${linkTo(place, mandatePaths.provision(one.revision.id, one.address))}"
            >${spoken(place.t, one.revision.name)} · ${bdi(one.name)}</a
          >
          ${revisionStatus(place, one.revision)}
        </li>`,
    )}
  </ul>`
