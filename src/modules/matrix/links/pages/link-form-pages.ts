import { inLanguage, languageCodes, languages, type Translated } from '#platform/languages.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { formPart, selectInput, textArea, textInput, type Choice, type FormPlace } from '#platform/ui/form.ts'
import { dayOf } from '#platform/ui/format.ts'
import { html, type Html } from '#platform/ui/html.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { cellName, cellTitle, codeOf, crumbsOfLinks } from '../../pages/cell-words.ts'
import { matrixPaths } from '../../paths.ts'
import type { KnownAgency } from '../agency-queries.ts'
import type { CellCodes, CodeName } from '../cell-codes-queries.ts'
import type { LinkRow } from '../link-shape.ts'
import { mostRationale, type Link } from '../link.ts'

export type NewLinkSubject = { codes: CellCodes; lines: readonly string[]; bodies: readonly KnownAgency[] }

/** What is linked, on whose word, why, and from when. */
export function newLinkPage(visit: Visit, subject: NewLinkSubject, entered: Entered): Page {
  const { t } = visit
  const asked = (name: string) => visit.query.get(name) ?? ''
  const present = {
    language: visit.language,
    from: dayOf(visit.now),
    line: asked('action-line'),
    goal: asked('target') || asked('sdg'),
    objective: asked('gdc'),
  }
  const place = { visit, entered, present }
  return formPage({
    title: t('matrix.propose'),
    lead: t('matrix.propose.lead'),
    crumbs: crumbsOfLinks(visit),
    form: formPart(place, {
      submit: t('matrix.propose.submit'),
      content: html`${cellInputs(place, subject)}
      ${selectInput(place, {
        name: 'language',
        label: t('matrix.field.language'),
        hint: t('matrix.field.language.hint'),
        choices: languageCodes.map((code) => ({
          value: code,
          label: languages[code].endonym,
          language: languages[code].tag,
        })),
      })}
      ${contentInputs(place, subject.bodies)}`,
    }),
  })
}

export type EditedLink = { link: Link; row: LinkRow; rationale: string; bodies: readonly KnownAgency[] }

export function editLinkPage(
  visit: Visit,
  { link, row, rationale, bodies }: EditedLink,
  entered: Entered,
): Page {
  const { t } = visit
  const present = {
    agency: link.agency ?? '',
    rationale,
    from: link.validFrom,
    until: link.validUntil ?? '',
  }
  const place = { visit, entered, present }
  const { tag, direction, endonym } = languages[link.language]
  return formPage({
    title: t('matrix.edit'),
    lead: cellTitle(visit, row),
    crumbs: [...crumbsOfLinks(visit), { label: cellName(visit, row), path: matrixPaths.link(link.id) }],
    about: html`<p class="hint">${t('matrix.edit.language', { language: endonym })}</p>`,
    form: formPart(place, {
      submit: t('matrix.save'),
      version: link.revision,
      content: contentInputs(place, bodies, { language: tag, direction }),
    }),
  })
}

const cellInputs = (place: FormPlace, { codes, lines }: NewLinkSubject): Html => {
  const { visit } = place
  const { t } = visit
  const choices = (
    tree: 'line' | 'goal' | 'target' | 'objective',
    all: Iterable<[string, CodeName]>,
  ): Choice[] =>
    [...all].map(([value, name]) => ({ value, label: named(visit, codeOf(visit, tree, value), name) }))
  const own = [...codes.lines].filter(([code]) => lines.includes(code))
  return html`${selectInput(place, { name: 'line', label: t('matrix.filter.action-line'), ...(own.length > 1 ? { none: t('plans.choose') } : {}), choices: choices('line', own) })}
  ${selectInput(place, {
    name: 'goal',
    label: t('matrix.field.goal'),
    hint: t('matrix.field.goal.hint'),
    none: t('matrix.field.none'),
    choices: [...codes.goals].flatMap(([goal, name]) => [
      ...choices('goal', [[goal, name]]),
      ...choices(
        'target',
        [...codes.targets].filter(([target]) => target.startsWith(`${goal}.`)),
      ),
    ]),
  })}
  ${selectInput(place, {
    name: 'objective',
    label: t('matrix.filter.gdc'),
    none: t('matrix.field.none'),
    choices: choices('objective', codes.objectives),
  })}`
}

const named = ({ language }: Visit, code: string, { label, short }: CodeName): string => {
  const said = inLanguage(Object.keys(short).length > 0 ? short : label, language)?.text
  return said === undefined ? code : `${code} · ${said}`
}

const contentInputs = (
  place: FormPlace,
  bodies: readonly KnownAgency[],
  spokenIn: { language?: string; direction?: 'ltr' | 'rtl' } = {},
): Html => {
  const { t, language } = place.visit
  const label = (name: Translated) => inLanguage(name, language)?.text ?? ''
  return html`${textInput(place, {
      name: 'agency',
      label: t('matrix.agency'),
      hint: t('matrix.field.agency.hint'),
      list: 'bodies',
      maxLength: 200,
      isRequired: true,
    })}
    <datalist id="bodies">
      ${bodies.map(({ scope, name }) => html`<option value="${scope}">${label(name)}</option>`)}
    </datalist>
    ${textArea(place, {
      name: 'rationale',
      label: t('matrix.rationale'),
      hint: t('matrix.field.rationale.hint'),
      isRequired: true,
      maxLength: mostRationale,
      ...spokenIn,
    })}
    ${textInput(place, { name: 'from', label: t('matrix.valid-from'), type: 'date', isRequired: true })}
    ${textInput(place, {
      name: 'until',
      label: t('matrix.valid-until'),
      hint: t('matrix.field.until.hint'),
      type: 'date',
      isRequired: false,
    })}`
}
