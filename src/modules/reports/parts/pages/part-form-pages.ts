import { inLanguage } from '#platform/languages.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { formPart, selectInput, textInput, tickBox, type FormPlace } from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { crumbsOfReport } from '../../pages/report-page.ts'
import { reportPaths } from '../../paths.ts'
import {
  allDimensions,
  dimensionsOf,
  sources,
  usualQueryNames,
  views,
  type Dimension,
  type PartQuery,
} from '../part.ts'
import type { PartSubject } from '../part-routes.ts'
import { dimensionKeys, sourceKeys, usualKeys, viewKeys, worded } from '../part-words.ts'

/** What is asked about, how it is shown, by what it is counted and filtered. */
export function partFormPage(visit: Visit, subject: PartSubject, entered: Entered): Page {
  const { t } = visit
  const isNew = subject.key === null
  const place = { visit, entered, present: presentOf(subject.query) }
  return formPage({
    title: t(isNew ? 'reports.part.new' : 'reports.part.edit'),
    lead: t('reports.part.lead'),
    crumbs: crumbs(visit, subject),
    ...(isNew ? { about: usual(visit, subject) } : {}),
    form: formPart(place, {
      submit: t('activities.save'),
      version: subject.section.revision,
      content: html`${when(isNew, () =>
          textInput(place, {
            name: 'key',
            label: t('reports.part.key'),
            hint: t('reports.part.key.hint'),
            isRequired: true,
            direction: 'ltr',
            maxLength: 40,
          }),
        )}
        ${selectInput(place, {
          name: 'source',
          label: t('reports.part.source'),
          choices: sources.map((source) => ({ value: source, label: t(sourceKeys[source]) })),
        })}
        ${selectInput(place, {
          name: 'view',
          label: t('reports.part.view'),
          choices: views.map((view) => ({ value: view, label: t(viewKeys[view]) })),
        })}
        ${dimensionInput(place, 'by', t('reports.part.by'))}
        ${dimensionInput(place, 'across', t('reports.part.across'))}
        ${tickBox(place, { name: 'in-period', label: t('reports.part.in-period') })}
        <details ${Object.keys(subject.query?.filters ?? {}).length > 0 ? html`open` : ''}>
          <summary>${t('reports.part.filters')}</summary>
          ${allDimensions.map((dimension) => filterInput(place, subject, dimension))}
        </details>`,
    }),
  })
}

/** Questions that are asked again and again: each fills the form. */
const usual = (visit: Visit, { section }: PartSubject): Html =>
  html`<p>${visit.t('reports.proof.usual')}</p>
    <ul class="steps">
      ${usualQueryNames.map(
        (name) =>
          html`<li>
            <a href="${linkTo(visit, reportPaths.newPart(section.id), { ask: name })}"
              >${visit.t(usualKeys[name])}</a
            >
          </li>`,
      )}
    </ul>`

/** Each dimension with the sources that know it. */
const dimensionInput = (place: FormPlace, name: 'by' | 'across', label: string): Html => {
  const { t } = place.visit
  return selectInput(place, {
    name,
    label,
    none: '–',
    choices: allDimensions.map((dimension) => ({
      value: dimension,
      label: `${t(dimensionKeys[dimension])} (${sources
        .filter((source) => (dimensionsOf[source] as readonly string[]).includes(dimension))
        .map((source) => t(sourceKeys[source]))
        .join(t('words.comma'))})`,
    })),
  })
}

/** A choice where all values are known, else the value as the lists of the site write it. */
function filterInput(place: FormPlace, { values }: PartSubject, dimension: Dimension): Html {
  const { t, language } = place.visit
  const name = `filter-${dimension}`
  const words = worded[dimension]
  if (words !== undefined)
    return selectInput(place, {
      name,
      label: t(dimensionKeys[dimension]),
      none: '–',
      choices: Object.entries(words).map(([value, key]) => ({ value, label: t(key) })),
    })
  const known = values[dimension]
  if (known === undefined)
    return textInput(place, { name, label: t(dimensionKeys[dimension]), isRequired: false, direction: 'ltr' })
  return selectInput(place, {
    name,
    label: t(dimensionKeys[dimension]),
    none: '–',
    choices: known.map(({ value, name: words }) => {
      const label = inLanguage(words, language)?.text ?? value
      return { value, label: label === value ? value : `${value} · ${label}` }
    }),
  })
}

const presentOf = (query: PartQuery | null): Record<string, string> =>
  query === null
    ? { source: 'activities', view: 'figure' }
    : {
        source: query.source,
        view: query.view,
        by: query.by ?? '',
        across: query.across ?? '',
        ...(query.inPeriod ? { 'in-period': 'yes' } : {}),
        ...Object.fromEntries(
          Object.entries(query.filters).map(([name, value]) => [`filter-${name}`, value]),
        ),
      }

export function dropPartPage(visit: Visit, subject: PartSubject, entered: Entered): Page {
  const { t } = visit
  return formPage({
    title: t('reports.part.drop'),
    lead: t('reports.part.drop.lead', { key: subject.key ?? '' }),
    crumbs: crumbs(visit, subject),
    form: formPart(
      { visit, entered },
      {
        submit: t('reports.part.drop'),
        version: subject.section.revision,
        tone: 'grave',
        content: [],
      },
    ),
  })
}

const crumbs = (visit: Visit, { report, words, section }: PartSubject) => [
  ...crumbsOfReport(visit, { id: report.id, title: { text: words.title?.text ?? report.id } }),
  {
    label: inLanguage(section.name, visit.language)?.text ?? section.code,
    path: reportPaths.section(section.id),
  },
]
