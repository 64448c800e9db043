import { languages } from '#platform/languages.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { choiceGroup, formPart, hiddenInput, type FormPlace } from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { notice } from '#platform/ui/notices.ts'
import { changedText, changeKey, spoken } from '#platform/ui/text.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { reportPaths } from '../../paths.ts'
import type { ReportRead } from '../../report-queries.ts'
import type { ReturnedSection, SectionStanding } from '../compared-sections.ts'
import type { Returned } from '../returned-paper.ts'
import { crumbsOf } from './return-page.ts'

/** What an edited paper would change, section by section. Nothing of it is kept yet. */
export function comparedPage(
  visit: Visit,
  { read, returned }: { read: ReportRead; returned: Returned },
  entered: Entered,
): Page {
  const { t } = visit
  const open = returned.sections.filter(canBeTaken)
  const hasChanges = returned.sections.some(({ lines }) => lines.length > 0)
  return formPage({
    title: t('reports.return.compared'),
    lead: t('reports.return.compared.lead', {
      name: returned.fileName,
      language: languages[returned.language].endonym,
    }),
    crumbs: crumbsOf(visit, read),
    about: html`${when(!returned.isMarked, () => notice(t('reports.return.unmarked'), 'warning'))}
    ${hasChanges ? changeKey(t) : ''} ${returned.sections.map((section) => sectionPart(visit, section))}`,
    form: open.length > 0 ? takingPart({ visit, entered }, open) : nothingPart(visit, read),
  })
}

const canBeTaken = ({ standing, isOpen }: ReturnedSection): boolean => standing === 'changed' && isOpen

const standingKeys = {
  same: 'reports.return.same',
  missing: 'reports.return.missing',
  'too-long': 'rule.section-text',
} as const satisfies Partial<Record<SectionStanding, string>>

function sectionPart({ t }: Visit, section: ReturnedSection): Html {
  const { code, name, standing, lines, isOpen, hasOthers, language } = section
  const { tag, direction, endonym } = languages[language]
  const changed = lines.filter(({ segments }) => segments !== null)
  return html`<section>
    <h2 id="${code}">${spoken(t, name)}</h2>
    ${
      standing === 'overtaken'
        ? notice(t('reports.return.overtaken'), 'warning')
        : html`<p class="${standing === 'same' ? 'muted' : ''}">
            ${
              standing === 'changed'
                ? t('reports.return.changed', { count: changed.length, language: endonym })
                : t(standingKeys[standing])
            }
          </p>`
    }
    ${when(standing === 'changed' && !isOpen, () => notice(t('reports.return.not-yours'), 'warning'))}
    ${when(hasOthers, () => html`<p>${t('reports.return.others')}</p>`)}
    <div lang="${tag}" dir="${direction}">
      ${changed.map(({ segments }) => html`<p>${changedText(t, segments ?? [])}</p>`)}
    </div>
  </section>`
}

/** All that can be taken are chosen, until somebody chooses. */
function takingPart({ visit, entered }: FormPlace, open: readonly ReturnedSection[]): Html {
  const { t } = visit
  const choices = open.map(({ code, revision, name }) => ({
    ...{ value: `${code}.${revision}`, label: name.text, language: languages[name.language].tag },
  }))
  const present = { take: choices.map(({ value }) => value) }
  return formPart(
    { visit, entered, present },
    {
      submit: t('reports.return.take'),
      content: html`${hiddenInput('read', 'yes')}
      ${hiddenInput('_held-file', entered.files['file']?.id ?? '')}
      ${choiceGroup(
        { visit, entered, present },
        { name: 'take', label: t('reports.return.which'), kind: 'checkbox', choices },
      )}`,
    },
  )
}

const nothingPart = (visit: Visit, { report }: ReportRead): Html =>
  html`<p>${visit.t('reports.return.nothing')}</p>
    <p><a href="${linkTo(visit, reportPaths.returned(report.id))}">${visit.t('reports.return.again')}</a></p>`
