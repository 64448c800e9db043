import { may } from '#platform/access/rights.ts'
import { languages } from '#platform/languages.ts'
import { clauseSection } from '#platform/ui/clause.ts'
import { number } from '#platform/ui/format.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { definitionList } from '#platform/ui/lists.ts'
import { citationBox, emptyState, notice } from '#platform/ui/notices.ts'
import { statusTag } from '#platform/ui/status.ts'
import { bdi, dateText, languageBadge, pageHead, spoken, unseen } from '#platform/ui/text.ts'
import { addressOf } from '#platform/web/address.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { formattedCitation } from '../instruments/citing.ts'
import { describedWith, revisionNode } from '../instruments/json-ld.ts'
import { mandatePaths } from '../paths.ts'
import { revisionTextRights, storedText } from '../review/import-rights.ts'
import { reviewPaths } from '../review/review-paths.ts'
import { citedOf } from '../instruments/revision-citing.ts'
import type { RevisionRecord } from '../instruments/revision-shape.ts'
import { footnoteId, provisionClause, subjectTags } from './clause-parts.ts'
import {
  citationList,
  citedByList,
  citedText,
  chainTable,
  revisionLink,
  revisionStatus,
} from './revision-lists.ts'
import { partyLink } from './parties.ts'

/** One revision: structure, words, duties beside the provisions they come from, and everything that ties it to other texts. */
export function revisionPage(visit: Visit, revision: RevisionRecord): Page {
  const { t } = visit
  const crumbs = [
    { label: t('instruments.title'), path: mandatePaths.instruments },
    { label: revision.instrumentLabel, path: mandatePaths.instrument(revision.instrument) },
  ]
  return {
    title: revision.name.text,
    description: revision.title?.text,
    crumbs,
    history: { kind: 'imported-revision', id: revision.id },
    jsonLd: describedWith(visit, crumbs, [revisionNode(visit, revision)]),
    alternates: alternates(visit, revision),
    main: html`${head(visit, revision)} ${notices(visit, revision)} ${facts(visit, revision)}
    ${revision.sections.length === 0 ? nothingHeld(visit) : contents(visit, revision)}
    ${revision.sections.map((section) => sectionOf(visit, revision, section))} ${footnotes(visit, revision)}
    ${ties(visit, revision)} ${chainTable(visit, revision.chain, revision.id)}
    ${citationBox(t, {
      text: formattedCitation(t, citedOf(visit, revision)),
      address: visit.settings.publicUrl + addressOf(visit.language, visit.path),
    })}`,
  }
}

const head = (visit: Visit, revision: RevisionRecord): Html =>
  pageHead({
    kicker: partyLink(visit, revision.body),
    title: spoken(visit.t, revision.name),
    lead: revision.title === null ? undefined : spoken(visit.t, revision.title),
    tags: [
      revisionStatus(visit, revision),
      ...(revision.verified ? [] : [statusTag(visit.t, 'presumed')]),
      ...(revision.imported.length > 0 ? [] : [statusTag(visit.t, 'unofficial')]),
    ],
  })

function notices(visit: Visit, revision: RevisionRecord): Html[] {
  const { t } = visit
  const next = revision.chain.find(({ id }) => id === revision.supersededBy)
  const latest = revision.chain.at(-1)
  return [
    ...(next === undefined
      ? []
      : [
          notice(
            html`<p>
                ${t('revisions.superseded-notice')}
                ${revisionLink(visit, next)}${when(latest && latest.id !== next.id, () => html` · ${t('revisions.latest')} ${latest ? revisionLink(visit, latest) : ''}`)}
              </p>
              ${when(!next.hasProvisions, () => html`<p>${t('revisions.successor-not-held')}</p>`)}`,
            'warning',
          ),
        ]),
    ...(revision.sections.length === 0 ? [] : [wordsNotice(visit, revision)]),
  ]
}

/** Whose words stand on the page: the official ones where they were imported, ours everywhere else. */
function wordsNotice(visit: Visit, { imported }: RevisionRecord): Html {
  const { t, language } = visit
  if (imported.length === 0)
    return notice(
      html`<p>${t('revisions.register-notice')}</p>
        <p>
          ${t('revisions.import-notice')} <code>bin/actionline import</code> ·
          <a href="${linkTo(visit, reviewPaths.open)}">${t('import.title')}</a>
        </p>`,
    )
  const own = imported.some((text) => text.language === language)
  return notice(
    html`<p>${t('revisions.imported-notice')} ${imported.map((text) => languageBadge(t, text.language))}</p>
      ${when(!own, () => html`<p>${t('revisions.other-language-notice')}</p>`)}`,
  )
}

function facts(visit: Visit, revision: RevisionRecord): Html {
  const { t, language } = visit
  const { counts, sections } = revision
  return definitionList([
    { term: t('revisions.adopted-by'), content: partyLink(visit, revision.body) },
    { term: t('revisions.adopted'), content: adopted(visit, revision) },
    {
      term: t('revisions.instrument'),
      content: html`<a href="${linkTo(visit, mandatePaths.instrument(revision.instrument))}"
        >${bdi(revision.instrumentLabel)}</a
      >`,
    },
    {
      term: t('revisions.provisions'),
      content:
        sections.length === 0
          ? null
          : t('revisions.provision-counts', { count: counts.provisions, operative: counts.operative }),
    },
    {
      term: t('revisions.duties'),
      content:
        counts.duties === 0
          ? null
          : html`<a href="${linkTo(visit, mandatePaths.duties, { revision: revision.id })}"
              >${number(language, counts.duties)}</a
            >`,
    },
    {
      term: t('revisions.official-text'),
      content:
        revision.imported.length === 0
          ? html`<span class="muted">${t('revisions.not-imported')}</span>`
          : html`${revision.imported.map((text) => importedText(visit, revision.id, text))}
              <p>
                <a href="${linkTo(visit, reviewPaths.languages(revision.id))}"
                  >${t('revisions.language-versions')}</a
                >
              </p>`,
    },
  ])
}

/** When the text came, the file that it came from, and the way to correct how it was read. */
function importedText(visit: Visit, revision: string, text: RevisionRecord['imported'][number]): Html {
  const { t } = visit
  const { language, importedAt, source } = text
  return html`<p>
    <a href="${linkTo(visit, reviewPaths.text(revision, language))}">${languageBadge(t, language)}</a>
    ${dateText(t, importedAt.slice(0, 10))}
    <a href="${linkTo(visit, reviewPaths.storedSource(revision, source.checksum))}">${bdi(source.name)}</a>
    ${when(
      may(revisionTextRights, 'correct', visit.actor, storedText(visit.actor)),
      () =>
        html`<a href="${linkTo(visit, reviewPaths.correction(revision, language))}"
          >${t('revisions.correct-text')} ${unseen(languages[language].endonym)}</a
        >`,
    )}
  </p>`
}

function adopted({ t }: Visit, { year, adoptedOn, verified }: RevisionRecord): Html {
  const day = adoptedOn ?? (year === null ? null : String(year))
  if (day === null) return html`<span class="muted">${t('instruments.year-unknown')}</span>`
  return html`${dateText(t, day)} ${when(!verified, () => statusTag(t, 'presumed'))}`
}

const nothingHeld = (visit: Visit): Html =>
  emptyState({
    title: visit.t('revisions.nothing-held'),
    text: html`${visit.t('revisions.import-notice')} <code>bin/actionline import</code>`,
  })

const contents = (visit: Visit, { sections }: RevisionRecord): Html =>
  html`<nav class="contents" aria-labelledby="contents-title">
    <h2 id="contents-title">${visit.t('revisions.contents')}</h2>
    <ol>
      ${sections.map(
        ({ key, heading, provisions }) =>
          html`<li>
            <a href="#section-${key}">${spoken(visit.t, heading)}</a>
            <span class="count">${number(visit.language, provisions.length)}</span>
          </li>`,
      )}
    </ol>
  </nav>`

function sectionOf(
  visit: Visit,
  revision: RevisionRecord,
  section: RevisionRecord['sections'][number],
): Html {
  const { heading, addressees, provisions } = section
  const wordless = provisions.every(
    ({ paraphrase, official }) => paraphrase === null && official.length === 0,
  )
  const outermost = provisions.filter(({ parent }) => parent === null)
  return clauseSection({
    id: `section-${section.key}`,
    heading: spoken(visit.t, heading),
    kind: section.kind.label,
    content: [
      ...(addressees.length === 0 || !heading.official
        ? []
        : [
            html`<p class="addressees">
              <span class="muted">${visit.t('provisions.addressees')}</span>
              ${addressees.map((one, index) => html`${index > 0 ? ' · ' : ''}${partyLink(visit, one)}`)}
            </p>`,
          ]),
      ...(wordless
        ? [wordlessSection(visit, revision.id, provisions)]
        : outermost.map((provision) => provisionClause(visit, revision.id, provision, provisions))),
    ],
  })
}

/** A part of which the register knows the places but has no words: one line each, instead of the same notice many times. */
const wordlessSection = (
  visit: Visit,
  revision: string,
  provisions: RevisionRecord['sections'][number]['provisions'],
): Html =>
  html`<p class="muted">${visit.t('revisions.no-words-here')}</p>
    <ul class="places">
      ${provisions.map(
        (provision) =>
          html`<li id="${mandatePaths.clause(provision.address)}">
            <a
              href="${linkTo(visit, mandatePaths.provision(revision, provision.address))}"
              aria-label="${provision.name}"
              ><bdi>${provision.label ?? '¶'}</bdi></a
            >
            <div>
              ${provision.cites.map((cite, index) => html`${index > 0 ? ' · ' : ''}${citedText(visit, cite)}`)}
              ${subjectTags(visit, provision)}
            </div>
          </li>`,
      )}
    </ul>`

function footnotes(visit: Visit, { footnotes: notes, id }: RevisionRecord): Html | '' {
  if (notes.length === 0) return ''
  const { t } = visit
  return html`<section class="footnotes" aria-labelledby="footnotes-title">
    <h2 id="footnotes-title">${t('revisions.footnotes')}</h2>
    <ul class="notes">
      ${notes.map(
        ({ mark, address, text }) =>
          html`<li id="${footnoteId(mark)}">
            <bdi>${mark}</bdi>
            ${text === null ? html`<span class="muted">${t('provisions.no-words')}</span>` : spoken(t, text)}
            ${when(address, () => html`<a href="${linkTo(visit, mandatePaths.provision(id, address ?? ''))}">${t('revisions.footnote-place')}</a>`)}
          </li>`,
      )}
    </ul>
  </section>`
}

function ties(visit: Visit, { cites, citedBy, id }: RevisionRecord): Html {
  const { t } = visit
  const part = (name: string, title: string, content: Html) =>
    html`<section class="section" aria-labelledby="${name}">
      <h2 id="${name}">${title}</h2>
      ${content}
    </section>`
  const nothing = html`<p class="muted">${t('revisions.no-citations')}</p>`
  return html`${part('cites', t('revisions.cites', { count: cites.length }), cites.length === 0 ? nothing : citationList(visit, cites, id))}
  ${part('cited-by', t('revisions.cited-by', { count: citedBy.length }), citedBy.length === 0 ? nothing : citedByList(visit, citedBy))}`
}

function alternates({ t }: Visit, { sections }: RevisionRecord): Page['alternates'] {
  const forms = [
    { type: 'application/json', path: '.json', title: t('revisions.as-json') },
    { type: 'application/x-research-info-systems', path: '.ris', title: t('citation.as-ris') },
    { type: 'application/x-bibtex', path: '.bib', title: t('citation.as-bibtex') },
  ]
  if (sections.length === 0) return forms
  return [
    ...forms,
    { type: 'application/akn+xml', path: '.akn.xml', title: t('revisions.as-akoma-ntoso') },
    { type: 'text/plain', path: '.txt', title: t('revisions.as-text') },
  ]
}
