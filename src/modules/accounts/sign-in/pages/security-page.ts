import { date, dayOf } from '#platform/ui/format.ts'
import { stepButton } from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { bdi, pageHead } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { Passkey } from '../passkey-queries.ts'
import type { Session } from '../session-queries.ts'
import { securityPaths } from '../sign-in-paths.ts'

/** All that stands on the page about how somebody signs in. */
export type Security = {
  email: string
  hasPassword: boolean
  hasSecondFactor: boolean
  /** How many backup codes are left; null without a second factor. */
  codesLeft: number | null
  passkeys: Passkey[]
  /** Names of providers that open the account. */
  providers: string[]
  sessions: Session[]
}

export function securityPage(visit: Visit, security: Security): Page {
  const { t } = visit
  return {
    title: t('security.title'),
    crumbs: [{ label: t('security.account'), path: '/account' }],
    main: html`${pageHead({ title: t('security.title'), lead: t('security.lead') })}
    ${passwordSection(visit, security)} ${factorSection(visit, security)} ${passkeySection(visit, security)}
    ${when(security.providers.length, () => providerSection(visit, security))}
    ${sessionSection(visit, security)}`,
    unlisted: true,
  }
}

const section = (id: string, title: string, content: Html): Html =>
  html`<section aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    ${content}
  </section>`

const step = (visit: Visit, path: string, label: string): Html =>
  html`<p><a href="${linkTo(visit, path)}">${label}</a></p>`

function passwordSection(visit: Visit, { email, hasPassword }: Security): Html {
  const { t } = visit
  return section(
    'password',
    t('security.password.title'),
    html`<p>${t('words.before', { words: t('sign-in.email') })} ${bdi(email)}</p>
      <p>${hasPassword ? t('security.password.is-set') : t('security.password.is-missing')}</p>
      ${step(visit, securityPaths.password, hasPassword ? t('security.password.change') : t('security.password.set'))}`,
  )
}

function factorSection(visit: Visit, { hasSecondFactor, codesLeft }: Security): Html {
  const { t } = visit
  const { factor, endFactor, codes } = securityPaths
  return section(
    'second-factor',
    t('security.factor.title'),
    hasSecondFactor
      ? html`<p>${t('security.factor.is-on')}</p>
          <p>
            ${t('words.before', { words: t('security.codes.title') })}
            ${t('security.codes.left', { count: codesLeft ?? 0 })}
          </p>
          ${step(visit, codes, t('security.codes.renew'))} ${step(visit, endFactor, t('security.factor.end'))}`
      : html`<p>${t('security.factor.is-off')}</p>
          ${step(visit, factor, t('security.factor.begin'))}`,
  )
}

function passkeySection(visit: Visit, { passkeys }: Security): Html {
  const { t } = visit
  const list = html`<ul>
    ${passkeys.map(
      (one) =>
        html`<li>
          ${bdi(one.name)},
          ${t('security.since', { date: day(visit, one.since) })}${
            one.used === null ? '' : html`, ${t('security.used', { date: day(visit, one.used) })}`
          }
          <a href="${linkTo(visit, securityPaths.removePasskey(one.id))}"
            >${t('security.passkeys.remove', { name: one.name })}</a
          >
        </li>`,
    )}
  </ul>`
  return section(
    'passkeys',
    t('security.passkeys.title'),
    html`${passkeys.length > 0 ? list : html`<p>${t('security.passkeys.none')}</p>`}
    ${step(visit, securityPaths.addPasskey, t('security.passkeys.add'))}`,
  )
}

const providerSection = (visit: Visit, { providers }: Security): Html =>
  section(
    'providers',
    visit.t('security.providers.title'),
    html`<p>${visit.t('security.providers.known', { names: providers.join(' · ') })}</p>`,
  )

function sessionSection(visit: Visit, { sessions }: Security): Html {
  const { t } = visit
  const line = (one: Session) => {
    const browser = one.userAgent ?? t('security.sessions.unknown')
    return html`<li>
      <bdi>${browser}</bdi>${when(one.address, () => html`, ${bdi(one.address ?? '')}`)},
      ${t('security.sessions.since', { date: day(visit, one.since) })},
      ${t('security.sessions.seen', { date: day(visit, one.seen) })}
      ${
        one.id === visit.session
          ? html`<strong>${t('security.sessions.this')}</strong>`
          : stepButton(visit, {
              action: securityPaths.endSession(one.id),
              label: t('security.sessions.end'),
              about: browser,
            })
      }
    </li>`
  }
  const others = stepButton(visit, {
    action: securityPaths.endOthers,
    label: t('security.sessions.end-others'),
  })
  return section(
    'sessions',
    t('security.sessions.title'),
    html`<ul>
        ${sessions.map(line)}
      </ul>
      ${sessions.length > 1 ? others : ''}`,
  )
}

const day = ({ t }: Visit, instant: Date) => date(t.language.code, dayOf(instant))
