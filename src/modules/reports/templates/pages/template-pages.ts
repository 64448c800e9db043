import { mandatePaths, partyLinks } from '#modules/mandates/index.ts'
import { may } from '#platform/access/rights.ts'
import { formPart, selectInput, textArea, textInput, tickBox } from '#platform/ui/form.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { cardList, definitionList } from '#platform/ui/lists.ts'
import { table } from '#platform/ui/table.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { cadenceKeys } from '../../names.ts'
import { partWords } from '../../parts/part-words.ts'
import { reportPaths } from '../../paths.ts'
import { reportRights } from '../../report-rights.ts'
import type { Limit } from '../../sections/limit.ts'
import { countingSentences } from '../../sections/pages/counting-words.ts'
import { presentTemplate } from '../template-fields.ts'
import { templateRights } from '../template-rights.ts'
import type { TemplateSubject } from '../template-routes.ts'
import type { TemplateRecord } from '../template-shape.ts'
import { mostSections, templateCadences } from '../template.ts'
import { presentHead, usualHead } from '../template-head.ts'
import { boxKeys, headInputs, lineKeys } from './template-head-inputs.ts'
import { countingInputs, inSixInputs, lastTyped, limitInputs, sectionInputs } from './template-inputs.ts'
import { actWords } from '../../pages/act-words.ts'
import { ownerLink } from '../../pages/owner-link.ts'

const crumbsOf = ({ t }: Visit) => [{ label: t('reports.portfolio'), path: reportPaths.portfolio }]

/** All templates, those that are offered first. */
export function templatesPage(visit: Visit, { rows }: Listing<TemplateRecord>): Page {
  const { t, language } = visit
  return {
    title: t('reports.templates'),
    crumbs: crumbsOf(visit),
    alternates: [
      { type: 'application/json', path: '.json', title: t('activities.as-json') },
      { type: 'text/csv', path: '.csv', title: t('activities.as-csv') },
    ],
    main: html`${pageHead({ title: t('reports.templates'), lead: t('reports.templates.lead') })}
    ${when(
      may(templateRights, 'make', visit.actor, { state: 'offered' }),
      () =>
        html`<p class="buttons">
          <a class="button main" href="${linkTo(visit, reportPaths.newTemplate)}"
            >${actWords(visit, 'action.report-template.make')}</a
          >
        </p>`,
    )}
    ${cardList(
      rows.map((template) => ({
        kicker: template.line,
        title: template.name[language] ?? template.id,
        href: linkTo(visit, reportPaths.template(template.id)),
        text: template.about[language] ?? '',
        tags: template.offered ? [] : [html`<span class="tag">${t('plans.types.retired')}</span>`],
        facts: [
          html`${t('reports.recipient')} ${partyLinks(visit, [template.recipient])}`,
          html`${template.cadence.label}`,
        ],
      })),
    )}`,
  }
}

export const limitWords = ({ t }: Pick<Visit, 't'>, limit: Limit | null): string =>
  limit === null ? '–' : t(limitKeys[limit.unit], { count: limit.number })

const limitKeys = {
  words: 'reports.limit.words',
  pages: 'reports.limit.pages',
  characters: 'reports.limit.characters',
} as const

/** A template with its sections: who writes what, how long, with which live parts. */
export function templatePage(visit: Visit, template: TemplateRecord): Page {
  const { t, language } = visit
  return {
    title: template.name[language] ?? template.id,
    crumbs: [...crumbsOf(visit), { label: t('reports.templates'), path: reportPaths.templates }],
    alternates: [{ type: 'application/json', path: '.json', title: t('activities.as-json') }],
    main: html`${pageHead({ kicker: template.line, title: template.name[language] ?? template.id, lead: template.about[language] ?? '' })}
    ${definitionList([
      { term: t('reports.recipient'), content: partyLinks(visit, [template.recipient]) },
      { term: t('reports.via'), content: template.via.length === 0 ? null : partyLinks(visit, template.via) },
      { term: t('reports.lead'), content: partyLinks(visit, [template.lead]) },
      { term: t('reports.cadence'), content: template.cadence.label },
      { term: t('reports.notice'), content: t('reports.notice.days', { count: template.noticeDays }) },
      { term: t('reports.limit'), content: template.limit && limitWords(visit, template.limit) },
      { term: t('reports.paper.from'), content: template.head.from?.[language] ?? null },
      {
        term: t('reports.paper.head'),
        content: [
          ...template.head.lines.map((line) => t(lineKeys[line])),
          ...template.head.boxes.map((box) => t(boxKeys[box])),
        ].join(' · '),
      },
      {
        term: t('reports.counting.term'),
        content: countingSentences(visit, template.counting, { page: true, chinese: true }),
      },
      {
        term: t('reports.duties'),
        content:
          template.duties.length === 0
            ? null
            : html`<ul class="plain">
                ${template.duties.map(
                  (duty) =>
                    html`<li>
                      <a href="${linkTo(visit, mandatePaths.duty(duty))}"><bdi>${duty}</bdi></a>
                    </li>`,
                )}
              </ul>`,
      },
    ])}
    ${sectionsTable(visit, template)} ${office(visit, template)}`,
  }
}

const sectionsTable = (visit: Visit, { sections }: TemplateRecord): Html => {
  const { t, language } = visit
  return table({
    id: 'sections',
    caption: t('reports.sections'),
    columns: [
      { label: t('reports.section') },
      { label: t('reports.purpose') },
      { label: t('reports.owner') },
      { label: t('reports.limit') },
      { label: t('reports.parts') },
    ],
    rows: sections.map((section) => [
      section.name[language] ?? section.code,
      section.purpose[language] ?? '',
      section.owner === null ? '–' : ownerLink(visit, section.owner),
      limitWords(visit, section.limit),
      html`${section.parts.map(
        ({ query }) =>
          html`<p>
            ${partWords(visit, { query: { ...query, inPeriod: false }, labels: {} }, { from: '', to: '' })}
          </p>`,
      )}`,
    ]),
  })
}

function office(visit: Visit, template: TemplateRecord): Html | '' {
  const { t, actor } = visit
  const state = template.offered ? 'offered' : 'retired'
  const links = [
    ...(template.offered && may(reportRights, 'make', actor, { state: 'planned' })
      ? [
          {
            href: linkTo(visit, reportPaths.new, { template: template.id }),
            label: actWords(visit, 'action.report.make'),
          },
        ]
      : []),
    ...(may(templateRights, 'edit', actor, { state })
      ? [
          {
            href: linkTo(visit, reportPaths.templateForm(template.id)),
            label: actWords(visit, 'action.report-template.edit'),
          },
          {
            href: linkTo(visit, reportPaths.newTemplate, { from: template.id }),
            label: t('reports.template.copy'),
          },
        ]
      : []),
  ]
  return when(
    links.length > 0,
    () =>
      html`<ul class="steps">
        ${links.map(({ href, label }) => html`<li><a href="${href}">${label}</a></li>`)}
      </ul>`,
  )
}

/** The words of a template in six languages, and its sections in their order. */
export function templateFormPage(
  visit: Visit,
  { template, isNew, bodies, owners }: TemplateSubject,
  entered: Entered,
): Page {
  const { t } = visit
  const known: Record<string, string | string[]> =
    template === null
      ? {
          ...{ offered: 'yes', cadence: 'annual', notice: '28', 'count-headings': 'yes' },
          ...presentHead(usualHead),
        }
      : presentTemplate(template)
  const place = { visit, entered, present: isNew ? { ...known, code: '' } : known }
  const shown = Math.min(mostSections, Math.max(3, (template?.sections.length ?? 0) + 1, lastTyped(place)))
  const body = (name: string, label: string) =>
    textInput(place, { name, label, direction: 'ltr', maxLength: 80, list: 'bodies', isRequired: true })
  return formPage({
    title: actWords(visit, isNew ? 'action.report-template.make' : 'action.report-template.edit'),
    lead: t('reports.template.form.lead'),
    crumbs: [...crumbsOf(visit), { label: t('reports.templates'), path: reportPaths.templates }],
    form: formPart(place, {
      submit: t('activities.save'),
      content: html`${when(isNew, () =>
          textInput(place, {
            name: 'code',
            label: t('plans.types.code'),
            hint: t('plans.types.code.hint'),
            isRequired: true,
            direction: 'ltr',
            maxLength: 40,
          }),
        )}
        ${textInput(place, { name: 'line', label: t('reports.line'), isRequired: false, maxLength: 20 })}
        ${inSixInputs(place, 'name', t('plans.types.name'))}
        ${inSixInputs(place, 'about', t('plans.types.about'))} ${body('recipient', t('reports.recipient'))}
        ${body('lead', t('reports.lead'))}
        ${textInput(place, { name: 'via', label: t('reports.via'), isRequired: false, direction: 'ltr', list: 'bodies' })}
        <datalist id="bodies">${bodies.map(({ id }) => html`<option value="${id}"></option>`)}</datalist>
        <datalist id="owners">${owners.map((id) => html`<option value="${id}"></option>`)}</datalist>
        ${selectInput(place, {
          name: 'cadence',
          label: t('reports.cadence'),
          choices: templateCadences.map((value) => ({ value, label: t(cadenceKeys[value]) })),
        })}
        ${textInput(place, { name: 'notice', label: t('reports.notice'), isRequired: false, inputMode: 'numeric' })}
        ${limitInputs(place)} ${countingInputs(place)}
        ${textArea(place, { name: 'duties', label: t('reports.duties'), hint: t('reports.duties.hint'), isRequired: false, direction: 'ltr' })}
        ${textInput(place, { name: 'source', label: t('plans.types.source.label'), isRequired: false, maxLength: 300 })}
        ${headInputs(place)} ${inSixInputs(place, 'from', t('reports.paper.from'), 'if-wanted')}
        ${tickBox(place, { name: 'offered', label: t('plans.types.offered') })}
        ${Array.from({ length: shown }, (_, index) => sectionInputs(place, index + 1))}`,
    }),
  })
}
