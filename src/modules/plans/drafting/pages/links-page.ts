import { languages } from '#platform/languages.ts'
import { formPage } from '#platform/ui/form-page.ts'
import {
  choiceGroup,
  formPart,
  showButton,
  textArea,
  textInput,
  valueOf,
  valuesOf,
} from '#platform/ui/form.ts'
import { html, when } from '#platform/ui/html.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { ItemInPlan } from '../../item-queries.ts'
import { itemTitle } from '../../item-shape.ts'
import { candidatesFor, linkOfValue, linkValue, candidatesOf, type Candidate } from '../link-candidates.ts'
import { kindName } from '../../pages/record-parts.ts'
import { crumbsOfItem } from './item-form-pages.ts'

/** What is linked, ticked; below it what was looked up by words; below that addresses to be pasted. */
export async function linksPage(visit: Visit, subject: ItemInPlan, entered: Entered): Promise<Page> {
  const { t } = visit
  const { item } = subject
  const place = { visit, entered, present: { link: item.links.map(linkValue) } }
  const ticked = valuesOf(place, 'link')
  const kept = [...new Set([...item.links.map(linkValue), ...ticked])]
  const found = entered.asked === 'search' ? await candidatesFor(visit, valueOf(place, 'words')) : []
  const linked = await candidatesOf(visit, kept.map(linkOfValue))
  const fresh = found.filter((one) => !kept.includes(linkValue(one)))
  return formPage({
    title: t('plans.item.link'),
    lead: html`<bdi>${item.code}</bdi> ${itemTitle(subject).text}`,
    crumbs: crumbsOfItem(visit, subject),
    form: formPart(place, {
      submit: t('activities.save'),
      version: item.revision,
      content: html`${when(linked.length + fresh.length > 0, () =>
          choiceGroup(place, {
            name: 'link',
            label: t('plans.links'),
            hint: t('plans.links.hint'),
            kind: 'checkbox',
            choices: [...linked, ...fresh].map((one) => asChoice(visit, one)),
          }),
        )}
        ${when(entered.asked === 'search' && fresh.length === 0, () => html`<p>${t('plans.links.nothing')}</p>`)}
        <div class="beside">
          ${textInput(place, { name: 'words', label: t('plans.links.words'), hint: t('plans.links.words.hint'), maxLength: 300 })}
          ${showButton('search', t('activities.look-up'))}
        </div>
        ${textArea(place, {
          name: 'addresses',
          label: t('plans.links.addresses'),
          hint: t('plans.links.addresses.hint'),
          isRequired: false,
          rows: 3,
          direction: 'ltr',
        })}`,
    }),
  })
}

/** What kind of record it is, and its name; a name in another language is marked as such. */
function asChoice({ t }: Visit, one: Candidate) {
  const { text, language } = one.label
  const kind = kindName(t, one.kind)
  const isForeign = language !== t.language.code
  return {
    value: linkValue(one),
    label: isForeign ? text : [kind, text].filter(Boolean).join(' · '),
    ...(isForeign ? { language: languages[language].tag } : {}),
    ...hintOf([isForeign ? kind : '', one.text === text ? '' : one.text]),
  }
}

const hintOf = (words: readonly string[]): { hint?: string } => {
  const hint = words.filter(Boolean).join(' · ')
  return hint === '' ? {} : { hint }
}
