import { languages } from '#platform/languages.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { notice } from '#platform/ui/notices.ts'
import { bdi, dateText, languageBadge, pageHead } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { mandatePaths } from '../paths.ts'
import { reviewPaths } from '../review/review-paths.ts'
import type { TextRecord } from '../review/text-routes.ts'
import { revisionLink } from './revision-lists.ts'

/** One version of an official text, as it was read from its file and corrected. */
export function textPage(visit: Visit, text: TextRecord): Page {
  const { t } = visit
  const { revision, language, version, versions, source } = text
  const { tag, direction } = languages[language]
  const newest = versions.at(-1) ?? version
  const title = t('texts.title', { name: revision.name.text, version })
  return {
    title,
    crumbs: [{ label: revision.name.text, path: mandatePaths.revision(revision.id) }],
    alternates: [{ type: 'application/json', path: '.json', title: t('imports.as-json') }],
    unlisted: version !== newest,
    main: html`${pageHead({
        kicker: revisionLink(visit, revision),
        title,
        tags: [languageBadge(t, language)],
      })}
      ${when(version !== newest, () => notice(html`<p>${t('texts.older')} ${versionLink(visit, text, newest)}</p>`, 'warning'))}
      <p>
        ${dateText(t, text.importedAt.slice(0, 10))}
        <a href="${linkTo(visit, reviewPaths.storedSource(revision.id, source.checksum))}"
          >${bdi(source.name)}</a
        >
      </p>
      ${when(versions.length > 1, () => html`<p>${t('texts.versions')} ${versions.map((one) => html`${one === version ? html`<strong>${one}</strong>` : versionLink(visit, text, one)} `)}</p>`)}
      <div lang="${tag}" dir="${direction}">
        ${when(text.title, () => html`<p class="lead">${text.title}</p>`)}
        ${text.sections.map((section) => sectionPart(visit, text, section))}
        ${text.footnotes.map(({ mark, text: words }) => html`<p><sup>${mark}</sup> ${words}</p>`)}
      </div>`,
  }
}

const versionLink = (visit: Visit, { revision, language }: TextRecord, version: number): Html =>
  html`<a
    href="${linkTo(visit, reviewPaths.text(revision.id, language), { version })}"
    aria-label="${visit.t('texts.version', { version })}"
    >${version}</a
  >`

function sectionPart(visit: Visit, text: TextRecord, section: TextRecord['sections'][number]): Html {
  const units = text.units.filter((unit) => unit.section === section.key)
  const place = (address: string | null) =>
    address === null ? null : linkTo(visit, mandatePaths.provision(text.revision.id, address))
  return html`<section class="section">
    <h2>${section.heading || section.key}</h2>
    ${units.map((unit) => {
      const depth = unit.path.split('/').length - 2
      const label = unit.label ?? '¶'
      const to = place(unit.address)
      return html`<p class="official text-depth-${Math.min(Math.max(depth, 0), 4)}">
        ${to === null ? html`<bdi>${label}</bdi>` : html`<a href="${to}"><bdi>${label}</bdi></a>`}
        ${unit.text}${when(unit.closing, () => html` ${unit.closing}`)}
      </p>`
    })}
  </section>`
}
