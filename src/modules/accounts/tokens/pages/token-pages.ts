import { date, dayOf } from '#platform/ui/format.ts'
import { choiceGroup, formPart, stepButton, textInput } from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { bdi, pageHead } from '#platform/ui/text.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { formPage, presentField } from '../../sign-in/pages/entrance-pages.ts'
import type { Self } from '../../sign-in/security-routes.ts'
import { latestEnd, mostTokens } from '../token.ts'
import { tokenPaths } from '../token-paths.ts'
import type { PersonalToken } from '../token-queries.ts'

export function tokensPage(visit: Visit, tokens: PersonalToken[]): Page {
  const { t } = visit
  return {
    title: t('tokens.title'),
    crumbs: [{ label: t('security.account'), path: '/account' }],
    main: html`${pageHead({ title: t('tokens.title'), lead: t('tokens.lead', { count: mostTokens }) })}
      ${when(
        tokens.length,
        () =>
          html`<ul>
            ${tokens.map((token) => tokenLine(visit, token))}
          </ul>`,
      )}
      ${when(tokens.length === 0, () => html`<p>${t('tokens.none')}</p>`)}
      <p><a href="${linkTo(visit, tokenPaths.make)}">${t('tokens.make')}</a></p>
      <p><a href="/api/openapi.json">${t('tokens.description')}</a></p>`,
    unlisted: true,
  }
}

function tokenLine(visit: Visit, token: PersonalToken): Html {
  const { t } = visit
  const day = (on: string) => date(t.language.code, on)
  const isOver = token.endsOn < dayOf(visit.now)
  return html`<li>
    <strong>${bdi(token.name)}</strong>, ${t(`tokens.may.${token.may}`)},
    ${t('tokens.made', { date: day(dayOf(token.madeAt)) })},
    ${t(isOver ? 'tokens.ended' : 'tokens.ends', { date: day(token.endsOn) })},
    ${token.usedOn === null ? t('tokens.unused') : t('tokens.used', { date: day(token.usedOn) })}
    ${stepButton(visit, { action: tokenPaths.end(token.id), label: t('tokens.end'), about: token.name })}
  </li>`
}

export function newTokenPage(visit: Visit, { hasPassword }: Self, entered: Entered): Page {
  const { t } = visit
  const today = dayOf(visit.now)
  const place = { visit, entered, present: { may: 'read' } }
  const form = formPart(place, {
    submit: t('tokens.make'),
    content: html`${textInput(place, {
      name: 'name',
      label: t('tokens.name'),
      hint: t('tokens.name.hint'),
      isRequired: true,
      maxLength: 100,
    })}
    ${textInput(place, {
      name: 'ends',
      label: t('tokens.end-day'),
      hint: t('tokens.end-day.hint', { date: date(t.language.code, latestEnd(today)) }),
      type: 'date',
      isRequired: true,
    })}
    ${choiceGroup(place, {
      name: 'may',
      label: t('tokens.may'),
      kind: 'radio',
      choices: (['read', 'write'] as const).map((value) => ({
        value,
        label: t(`tokens.may.${value}`),
        hint: t(`tokens.may.${value}.hint`),
      })),
    })}
    ${presentField(place, hasPassword)}`,
  })
  return within(visit, formPage(t('tokens.make'), t('tokens.make.lead'), form))
}

/** The only page on which a token ever stands. */
export function madeTokenPage(visit: Visit, name: string, token: string): Page {
  const { t } = visit
  return within(visit, {
    title: t('tokens.is-made'),
    main: html`${pageHead({ title: t('tokens.is-made'), lead: t('tokens.is-made.lead') })}
      <p>${bdi(name)}</p>
      <p><code dir="ltr">${token}</code></p>
      <p><a href="${linkTo(visit, tokenPaths.overview)}">${t('tokens.title')}</a></p>`,
    unlisted: true,
  })
}

export function endTokenPage(visit: Visit, token: PersonalToken, entered: Entered): Page {
  const { t } = visit
  const form = formPart({ visit, entered }, { submit: t('tokens.end'), tone: 'grave', content: [] })
  return within(visit, formPage(t('tokens.end-one', { name: token.name }), t('tokens.end.lead'), form))
}

const within = (visit: Visit, page: Page): Page => ({
  ...page,
  crumbs: [
    { label: visit.t('security.account'), path: '/account' },
    { label: visit.t('tokens.title'), path: tokenPaths.overview },
  ],
})
