import { html, inOnePiece, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { writtenCard, type Card } from '#platform/ui/lists.ts'
import { bdi, dateText, spoken } from '#platform/ui/text.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityPaths } from '../../paths.ts'
import { ageKeys, progressKeys } from '../../published/activity-shape.ts'
import { shortened } from '../activity-card.ts'
import type { ActivityRowRecord } from '../activity-row-shape.ts'

const mostPlaces = 4

const written = new WeakMap<ActivityRowRecord, { href: string; markup: Html }>()

/** The card as markup, written once for as long as its row is kept. */
export function writtenActivityCard(visit: Visit, row: ActivityRowRecord): Html {
  const href = linkTo(visit, activityPaths.activity(row.id))
  const known = written.get(row)
  if (known?.href === href) return known.markup
  const markup = inOnePiece(writtenCard(activityCard(visit, row), 3))
  written.set(row, { href, markup })
  return markup
}

/** An activity in a list: who, what, where, for which action lines, and how old. */
export const activityCard = (visit: Visit, row: ActivityRowRecord): Card => {
  const { t } = visit
  const places = [...row.countries, ...row.regions]
  return {
    kicker: html`${row.organization === null ? '' : spoken(t, row.organization.name)}${when(row.type?.label, () => html` · ${row.type?.label ? spoken(t, row.type.label) : ''}`)}`,
    title: spoken(t, row.title),
    href: linkTo(visit, activityPaths.activity(row.id)),
    ...(row.summary === null ? {} : { text: spoken(t, beginningOf(row.summary)) }),
    tags: [
      ...(row.example ? [html`<span class="badge">${t('activities.example-mark')}</span>`] : []),
      ...(row.state === 'archived' ? [html`<span class="tag">${t('state.activity.archived')}</span>`] : []),
      ...row.actionLines.map(({ code }) => html`<span class="code">${bdi(code)}</span>`),
    ],
    facts: [
      ...(row.status === null ? [] : [html`${t(progressKeys[row.status])}`]),
      ...(places.length === 0
        ? []
        : [
            html`${places
              .slice(0, mostPlaces)
              .map(
                ({ code, label }, place) =>
                  html`${place > 0 ? t('words.comma') : ''}${label === null ? code : spoken(t, label)}`,
              )}${places.length > mostPlaces ? ' …' : ''}`,
          ]),
      html`${t(ageKeys[row.age])}`,
      ...(row.via === 'thesaurus' ? [html`<span class="badge">${t('activities.via-thesaurus')}</span>`] : []),
    ],
    edge: dateText(t, row.changedAt.slice(0, 10)),
  }
}

/** Twenty of them stand on a page that slow lines must carry; a Chinese sign says about as much as two letters. */
const beginningOf = (said: Said): Said => ({
  ...said,
  text: shortened(said.text, said.language === 'zh' ? 60 : 120),
})

type Said = NonNullable<ActivityRowRecord['summary']>
