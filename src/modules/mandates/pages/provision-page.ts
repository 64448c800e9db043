import { number } from '#platform/ui/format.ts'
import { languages } from '#platform/languages.ts'
import { holdingsPart } from '#platform/ui/holdings-part.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { citationBox, notice } from '#platform/ui/notices.ts'
import { statusTag } from '#platform/ui/status.ts'
import { bdi, pageHead, spoken } from '#platform/ui/text.ts'
import { addressOf } from '#platform/web/address.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { formattedCitation } from '../instruments/citing.ts'
import { describedWith, provisionNodes } from '../instruments/json-ld.ts'
import { mandatePaths } from '../paths.ts'
import { reviewPaths } from '../review/review-paths.ts'
import type { ProvisionPageRecord } from '../instruments/provision-page-shape.ts'
import { officialFor } from '../instruments/provision-shape.ts'
import { citedProvision } from '../instruments/revision-citing.ts'
import { officialBlock, provisionClause, reference, subjectTags } from './clause-parts.ts'
import { dutyDetails } from './duty-details.ts'
import { citationList, revisionLink, revisionStatus } from './revision-lists.ts'

/** One provision: its words, what it asks of whom, what it refers to, and the way on. */
export function provisionPage(visit: Visit, page: ProvisionPageRecord): Page {
  const { revision, provision, above } = page
  const crumbs = [
    { label: visit.t('instruments.title'), path: mandatePaths.instruments },
    { label: revision.name.text, path: mandatePaths.revision(revision.id) },
    ...above.map(({ name, address }) => ({
      label: name,
      path: mandatePaths.provision(revision.id, address),
    })),
  ]
  return {
    title: `${provision.name} · ${revision.name.text}`,
    description: provision.paraphrase?.text ?? revision.title?.text,
    crumbs,
    jsonLd: describedWith(visit, crumbs, provisionNodes(visit, page)),
    alternates: [
      { type: 'application/json', path: '.json', title: visit.t('revisions.as-json') },
      { type: 'application/x-research-info-systems', path: '.ris', title: visit.t('citation.as-ris') },
      { type: 'application/x-bibtex', path: '.bib', title: visit.t('citation.as-bibtex') },
    ],
    main: html`${head(visit, page)} ${words(visit, page)} ${duties(visit, page)}
    ${holdingsPart(visit, page.held)} ${below(visit, page)} ${references(visit, page)}
    ${elsewhere(visit, page)} ${inOtherLanguages(visit, page)} ${wayOn(visit, page)}
    ${citationBox(visit.t, {
      text: formattedCitation(visit.t, citedProvision(visit, page)),
      address: visit.settings.publicUrl + addressOf(visit.language, visit.path),
    })}`,
  }
}

function head(visit: Visit, { revision, provision }: ProvisionPageRecord): Html {
  const { t } = visit
  return html`${pageHead({
    kicker: revisionLink(visit, revision),
    title: bdi(provision.name),
    tags: [
      html`<span class="badge">${provision.kind.label}</span>`,
      revisionStatus(visit, revision),
      ...(provision.confirmed || provision.origin.code === 'register' ? [] : [statusTag(t, 'suggested')]),
    ],
  })}
  ${subjectTags(visit, provision)}
  ${when(revision.status.code === 'superseded', () =>
    notice(html`<p>${t('provisions.superseded-notice')} ${revisionLink(visit, revision)}</p>`, 'warning'),
  )}`
}

/** The official words, where they were imported, and ours; each says which it is. */
function words(visit: Visit, { revision, provision }: ProvisionPageRecord): Html {
  const { t, language } = visit
  const official = officialFor(language, provision.official)
  return html`<section class="section" aria-labelledby="our-words">
      <h2 id="our-words">${t('provisions.in-our-words')}</h2>
      ${
        provision.paraphrase === null
          ? html`<p class="muted">${t('provisions.no-paraphrase')}</p>`
          : html`<p class="lead">${spoken(t, provision.paraphrase)}</p>
              <p class="hint">${t('provisions.in-our-words-hint')}</p>`
      }
    </section>
    <section class="section" aria-labelledby="official-text">
      <h2 id="official-text">${t('provisions.official-text')}</h2>
      ${
        official === null
          ? notice(html`<p>${t('provisions.not-imported')} <code>bin/actionline import</code></p>`)
          : officialBlock(visit, revision.id, official)
      }
    </section>`
}

function duties(visit: Visit, { provision, dueDates, section }: ProvisionPageRecord): Html {
  const { t } = visit
  const title = html`<h2 id="duties">${t('provisions.duties', { count: provision.duties.length })}</h2>`
  if (provision.duties.length === 0)
    return html`<section class="section" aria-labelledby="duties">
      ${title}
      <p class="muted">
        ${section.kind.code === 'preamble' ? t('provisions.preamble-has-no-duties') : t('provisions.no-duties')}
      </p>
    </section>`
  return html`<section class="section" aria-labelledby="duties">
    ${title}
    ${provision.duties.map((duty, index) =>
      dutyDetails(visit, duty, {
        place: provision.duties.length === 1 ? null : number(visit.language, index + 1),
        dueDates: dueDates.filter((due) => due.duty === duty.id),
      }),
    )}
  </section>`
}

const below = (visit: Visit, { revision, provision, below: children }: ProvisionPageRecord): Html | '' =>
  when(
    children.length,
    () =>
      html`<section class="clauses" aria-labelledby="below">
        <h2 id="below">${visit.t('provisions.below')}</h2>
        ${children
          .filter(({ parent }) => parent === provision.address)
          .map((one) => provisionClause(visit, revision.id, one, children))}
      </section>`,
  )

function references(visit: Visit, { revision, provision }: ProvisionPageRecord): Html {
  const { t } = visit
  const { cites, refersTo, referredToBy } = provision
  const list = (id: string, title: string, content: Html) =>
    html`<section class="section" aria-labelledby="${id}">
      <h2 id="${id}">${title}</h2>
      ${content}
    </section>`
  return html`${when(cites.length, () => list('cites', t('provisions.cites-title', { count: cites.length }), citationList(visit, cites, revision.id)))}
  ${when(refersTo.length, () =>
    list(
      'refers-to',
      t('provisions.refers-to-title'),
      html`<ul class="citations">
        ${refersTo.map(
          (one) =>
            html`<li>
              ${reference(visit, provision.id, one)}
              <q class="muted" lang="en">${one.asWritten}</q
              >${when(one.doubtful, () => html`<p class="hint">${t('provisions.doubtful-hint')}</p>`)}
            </li>`,
        )}
      </ul>`,
    ),
  )}
  ${when(referredToBy.length, () =>
    list(
      'referred-to-by',
      t('provisions.referred-to-by'),
      html`<ul class="citations">
        ${referredToBy.map(({ address, name }) => html`<li><a href="${linkTo(visit, mandatePaths.provision(revision.id, address))}">${bdi(name)}</a></li>`)}
      </ul>`,
    ),
  )}`
}

const elsewhere = (visit: Visit, { elsewhere: others, revision }: ProvisionPageRecord): Html | '' =>
  when(
    others.length,
    () =>
      html`<section class="section" aria-labelledby="elsewhere">
        <h2 id="elsewhere">${visit.t('provisions.elsewhere')}</h2>
        <ul class="citations">
          ${others.map(
            (one) =>
              html`<li>
                <a href="${linkTo(visit, mandatePaths.provision(one.revision.id, one.address))}"
                  >${spoken(visit.t, one.revision.name)} · ${bdi(one.name)}</a
                >
                ${revisionStatus(visit, one.revision)}
                <a href="${linkTo(visit, mandatePaths.compare, { from: revision.id, to: one.revision.id })}"
                  >${visit.t('provisions.compare')}</a
                >
              </li>`,
          )}
        </ul>
      </section>`,
  )

/** The same provision in the other languages, so that words can be held side by side. */
function inOtherLanguages(visit: Visit, { provision, revision }: ProvisionPageRecord): Html | '' {
  const official = provision.official.filter(({ language }) => language !== visit.language)
  const ours = provision.paraphrases.filter(({ language }) => language !== visit.language)
  if (official.length + ours.length === 0) return ''
  const languageOf = (code: keyof typeof languages) => languages[code]
  return html`<details class="other-languages">
    <summary>${visit.t('provisions.other-languages')}</summary>
    <p>
      <a href="${linkTo(visit, reviewPaths.provisionLanguages(revision.id, provision.address))}"
        >${visit.t('revisions.language-versions')}</a
      >
    </p>
    ${official.map(
      (one) =>
        html`<h3>
            ${visit.t('provisions.official-text')}
            <bdi lang="${languageOf(one.language).tag}">${languageOf(one.language).endonym}</bdi>
          </h3>
          ${officialBlock(visit, revision.id, one)}`,
    )}
    <ul class="citations">
      ${ours.map(
        ({ text, language }) =>
          html`<li>
            <a
              href="${addressOf(language, visit.path)}"
              lang="${languageOf(language).tag}"
              hreflang="${languageOf(language).tag}"
              >${languageOf(language).endonym}</a
            >
            <p class="paraphrase" lang="${languageOf(language).tag}" dir="${languageOf(language).direction}">
              ${text}
            </p>
          </li>`,
      )}
    </ul>
  </details>`
}

/** To the provision before and after, in the order of the text. */
function wayOn(visit: Visit, { revision, before, after }: ProvisionPageRecord): Html | '' {
  if (before === null && after === null) return ''
  const { t } = visit
  const to = (address: string) => linkTo(visit, mandatePaths.provision(revision.id, address))
  return html`<nav class="pagination" aria-label="${t('provisions.way-on')}">
    <ul>
      ${when(
        before,
        () =>
          html`<li>
            <a class="backward" rel="prev" href="${to(before?.address ?? '')}"
              >${t('provisions.before')} <bdi>${before?.name}</bdi></a
            >
          </li>`,
      )}
      ${when(
        after,
        () =>
          html`<li>
            <a class="onward" rel="next" href="${to(after?.address ?? '')}"
              >${t('provisions.after')} <bdi>${after?.name}</bdi></a
            >
          </li>`,
      )}
    </ul>
  </nav>`
}
