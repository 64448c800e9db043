import { may } from '#platform/access/rights.ts'
import { languageCodes, languages } from '#platform/languages.ts'
import {
  choiceGroup,
  formPart,
  selectInput,
  textInput,
  tickBox,
  valueOf,
  type FormPlace,
} from '#platform/ui/form.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { cardList } from '#platform/ui/lists.ts'
import { table } from '#platform/ui/table.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Listing, Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { crumbsOf } from '../../pages/plan-page.ts'
import { planPaths } from '../../paths.ts'
import { purposeKeys } from '../../plan-names.ts'
import { purposes } from '../../plan.ts'
import { mostLevels, type PlanType } from '../plan-type.ts'
import { abilities, presentType } from '../type-fields.ts'
import { planTypeRights } from '../type-rights.ts'
import type { TypeRecord } from '../type-shape.ts'

/** All types, those that are offered first. */
export function typesPage(visit: Visit, { rows }: Listing<TypeRecord>): Page {
  const { t, language } = visit
  return {
    title: t('plans.types'),
    crumbs: crumbsOf(visit),
    alternates: [
      { type: 'application/json', path: '.json', title: t('activities.as-json') },
      { type: 'text/csv', path: '.csv', title: t('activities.as-csv') },
    ],
    main: html`${pageHead({ title: t('plans.types'), lead: t('plans.types.lead') })}
    ${when(
      may(planTypeRights, 'make', visit.actor, { state: 'offered' }),
      () =>
        html`<p class="buttons">
          <a class="button main" href="${linkTo(visit, planPaths.newType)}">${t('plans.types.new')}</a>
        </p>`,
    )}
    ${cardList(
      rows.map((type) => ({
        title: type.name[language] ?? type.id,
        href: linkTo(visit, planPaths.type(type.id)),
        text: type.about[language] ?? '',
        tags: type.offered ? [] : [html`<span class="tag">${t('plans.types.retired')}</span>`],
        facts: [
          html`${type.purpose.label}`,
          html`${type.levels.map(({ many }) => many[language]).join(' · ')}`,
        ],
      })),
    )}`,
  }
}

/** A type with its levels, each in the reader's language and in the five others. */
export function typePage(visit: Visit, type: TypeRecord): Page {
  const { t, language, actor } = visit
  const state = type.offered ? 'offered' : 'retired'
  const marks = {
    scheduled: 'plans.types.scheduled',
    resourced: 'plans.types.resourced',
    measured: 'plans.types.measured',
  } as const
  return {
    title: type.name[language] ?? type.id,
    crumbs: [...crumbsOf(visit), { label: t('plans.types'), path: planPaths.types }],
    history: { kind: 'plan-type', id: type.id },
    alternates: [{ type: 'application/json', path: '.json', title: t('activities.as-json') }],
    main: html`${pageHead({ kicker: type.purpose.label, title: type.name[language] ?? type.id, lead: type.about[language] ?? '' })}
    ${table({
      id: 'levels',
      caption: t('plans.types.levels'),
      columns: [
        { label: t('plans.level') },
        { label: t('plans.types.below') },
        { label: t('plans.types.may-have') },
        ...languageCodes
          .filter((code) => code !== language)
          .map((code) => ({ label: languages[code].endonym })),
      ],
      rows: type.levels.map((level) => [
        level.one[language] ?? level.code,
        type.levels.find(({ code }) => code === level.parent)?.one[language] ?? '–',
        abilities
          .filter((one) => level[one])
          .map((one) => t(marks[one]))
          .join(t('words.comma')),
        ...languageCodes
          .filter((code) => code !== language)
          .map(
            (code) =>
              html`<span lang="${languages[code].tag}" dir="${languages[code].direction}"
                >${level.one[code]}</span
              >`,
          ),
      ]),
    })}
    ${when(type.source !== '', () => html`<p class="hint">${t('plans.types.source')} <bdi lang="en">${type.source}</bdi></p>`)}
    ${when(
      may(planTypeRights, 'edit', actor, { state }),
      () =>
        html`<ul class="steps">
          <li><a href="${linkTo(visit, planPaths.typeForm(type.id))}">${t('plans.types.edit')}</a></li>
          <li>
            <a href="${linkTo(visit, planPaths.newType, { from: type.id })}">${t('plans.types.copy')}</a>
          </li>
        </ul>`,
    )}`,
  }
}

type Present = Record<string, string | readonly string[]>

/** The words of a type in six languages, and its levels from the top down. */
export function typeFormPage(
  visit: Visit,
  { type, isNew }: { type: PlanType | null; isNew: boolean },
  entered: Entered,
): Page {
  const { t } = visit
  const known: Present = type === null ? { offered: 'yes' } : presentType(type)
  const present = isNew ? { ...known, code: '' } : known
  const place = { visit, entered, present }
  const shown = Math.min(mostLevels, Math.max(3, (type?.levels.length ?? 0) + 1, lastTyped(place)))
  return formPage({
    title: t(isNew ? 'plans.types.new' : 'plans.types.edit'),
    lead: t('plans.types.form.lead'),
    crumbs: [...crumbsOf(visit), { label: t('plans.types'), path: planPaths.types }],
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
      ${selectInput(place, {
        name: 'purpose',
        label: t('plans.purpose'),
        choices: purposes.map((purpose) => ({ value: purpose, label: t(purposeKeys[purpose]) })),
      })}
      ${inSixInputs(place, 'name', t('plans.types.name'))}
      ${inSixInputs(place, 'about', t('plans.types.about'))}
      ${textInput(place, { name: 'source', label: t('plans.types.source.label'), maxLength: 200 })}
      ${tickBox(place, { name: 'offered', label: t('plans.types.offered') })}
      ${Array.from({ length: shown }, (_, index) => levelInputs(place, index + 1))}`,
    }),
  })
}

/** The last level in which something was typed. */
const lastTyped = (place: FormPlace): number =>
  Array.from({ length: mostLevels }, (_, index) => index + 1).findLast(
    (level) => valueOf(place, `code-${level}`) !== '',
  ) ?? 0

function levelInputs(place: FormPlace, level: number): Html {
  const { t } = place.visit
  return html`<details ${valueOf(place, `code-${level}`) === '' && level > 1 ? '' : html`open`}>
    <summary>${t('plans.types.level', { level })}</summary>
    ${textInput(place, { name: `code-${level}`, label: t('plans.types.level.code', { level }), hint: t('plans.types.code.hint'), direction: 'ltr', maxLength: 30 })}
    ${textInput(place, { name: `parent-${level}`, label: t('plans.types.level.parent', { level }), hint: t('plans.types.level.parent.hint'), direction: 'ltr', maxLength: 30 })}
    ${choiceGroup(place, {
      name: `has-${level}`,
      label: t('plans.types.level.has', { level }),
      kind: 'checkbox',
      choices: [
        { value: 'scheduled', label: t('plans.types.scheduled') },
        { value: 'resourced', label: t('plans.types.resourced') },
        { value: 'measured', label: t('plans.types.measured') },
      ],
    })}
    ${inSixInputs(place, `one-${level}`, t('plans.types.level.one', { level }))}
    ${inSixInputs(place, `many-${level}`, t('plans.types.level.many', { level }))}
  </details>`
}

const inSixInputs = (place: FormPlace, name: string, label: string): Html =>
  html`${languageCodes.map((code) =>
    textInput(place, {
      name: `${name}-${code}`,
      label: `${label} · ${languages[code].endonym}`,
      isRequired: true,
      maxLength: 200,
      language: languages[code].tag,
      direction: languages[code].direction,
    }),
  )}`
