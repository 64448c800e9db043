import { z } from 'zod'
import { rule } from '#platform/web/problem.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import * as forms from './pages/security-forms.ts'
import { passkeysOf } from './passkey-queries.ts'
import { addPasskey, passkeyToAdd, removePasskey } from './passkeys.ts'
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  freshBackupCodes,
  renewBackupCodes,
  secondFactorSetup,
} from './second-factor.ts'
import { afterwards, ownAccount, present, selfOf, type Self } from './security-routes.ts'
import { securityPaths } from './sign-in-paths.ts'
import { nameOf, passkeyAnswer } from './sign-in-routes.ts'

/** The second factor and its backup codes, and passkeys. */
export function factorRoutes(site: Site): void {
  setupRoutes(site)
  codeRoutes(site)
  passkeyRoutes(site)
}

const proof = z.strictObject({ present })

function setupRoutes(site: Site): void {
  site.form({
    path: securityPaths.factor,
    name: 'beginSecondFactor',
    summary: 'Makes the secret of a second factor; the first right code turns it on.',
    right: ownAccount,
    fields: proof,
    read: selfOf,
    page: (visit, { hasPassword }, entered) =>
      forms.provenStepPage(
        { visit, entered, hasPassword },
        { title: visit.t('security.factor.begin'), lead: visit.t('security.factor.begin-lead') },
      ),
    act: async (_visit, { engine, signedIn }, { fields, caller }) => {
      const begun = await beginSecondFactor(engine, caller, signedIn, fields.present ?? '')
      return 'issues' in begun ? begun : { to: securityPaths.confirmFactor, cookies: begun.cookies }
    },
  })
  site.form({
    path: securityPaths.confirmFactor,
    name: 'confirmSecondFactor',
    summary: 'Turns the second factor on with its first code.',
    right: ownAccount,
    fields: z.strictObject({ code: z.string().max(40, rule('rule.short-text')) }),
    read: async (visit) => {
      const self = await selfOf(visit)
      const setup = await secondFactorSetup(self.engine, self.signedIn)
      return setup === null ? null : { ...self, setup }
    },
    page: (visit, { setup }, entered) => forms.factorSetupPage(visit, setup, entered),
    act: async (_visit, { engine, signedIn }, { fields, caller }) =>
      afterwards(await confirmSecondFactor(engine, caller, signedIn, fields.code), 'done.factor-on'),
  })
  site.form({
    path: securityPaths.endFactor,
    name: 'endSecondFactor',
    summary: 'Turns the second factor off.',
    right: ownAccount,
    fields: proof,
    read: withFactor,
    page: (visit, { hasPassword }, entered) =>
      forms.provenStepPage(
        { visit, entered, hasPassword },
        { title: visit.t('security.factor.end'), lead: visit.t('security.factor.end-lead'), tone: 'grave' },
      ),
    act: async (_visit, { engine, signedIn }, { fields, caller }) =>
      afterwards(await endSecondFactor(engine, caller, signedIn, fields.present ?? ''), 'done.factor-off'),
  })
}

function codeRoutes(site: Site): void {
  site.form({
    path: securityPaths.codes,
    name: 'renewBackupCodes',
    summary: 'Makes new backup codes; the old ones open nothing any more.',
    right: ownAccount,
    fields: proof,
    read: withFactor,
    page: (visit, { hasPassword }, entered) =>
      forms.provenStepPage(
        { visit, entered, hasPassword },
        { title: visit.t('security.codes.renew'), lead: visit.t('security.codes.lead') },
      ),
    act: async (_visit, { engine, signedIn }, { fields, caller }) =>
      afterwards(
        await renewBackupCodes(engine, caller, signedIn, fields.present ?? ''),
        'done.codes-renewed',
        securityPaths.showCodes,
      ),
  })
  site.form({
    path: securityPaths.showCodes,
    name: 'newBackupCodes',
    summary: 'Shows backup codes that were made within the last minutes. Sending it changes nothing.',
    right: ownAccount,
    fields: z.strictObject({}),
    read: async (visit) => {
      const { engine, signedIn } = await selfOf(visit)
      return freshBackupCodes(engine, signedIn)
    },
    page: (visit, codes) => forms.codesPage(visit, codes),
    act: async () => ({ to: securityPaths.overview }),
  })
}

function passkeyRoutes(site: Site): void {
  site.form({
    path: securityPaths.addPasskey,
    name: 'addPasskey',
    summary: 'Adds a passkey by what it has answered (WebAuthn, as JSON text).',
    right: ownAccount,
    fields: passkeyAnswer.extend({ name: nameOf(100), present }),
    read: selfOf,
    page: async (visit, { engine, signedIn, hasPassword }, entered) =>
      forms.addPasskeyPage({ visit, entered, hasPassword }, await passkeyToAdd(engine, signedIn)),
    act: async (_visit, { engine, signedIn }, { fields, caller }) => {
      const { challenge: id, answer, name } = fields
      if (answer === undefined) return { issues: [{ field: '', key: 'sign-in.passkey.no-script' }] }
      const given = { id, answer, name, present: fields.present ?? '' }
      return afterwards(await addPasskey(engine, caller, signedIn, given), 'done.passkey-added')
    },
  })
  site.form({
    path: securityPaths.removePasskey(':passkey'),
    name: 'removePasskey',
    summary: 'Removes a passkey of the person.',
    right: ownAccount,
    fields: proof,
    read: async (visit, parameters) => {
      const self = await selfOf(visit)
      const own = await passkeysOf(visit.db, self.signedIn.person.id)
      const chosen = own.find(({ id }) => id === parameters['passkey'])
      return chosen ? { ...self, chosen } : null
    },
    page: (visit, { hasPassword, chosen }, entered) =>
      forms.provenStepPage(
        { visit, entered, hasPassword },
        {
          title: visit.t('security.passkeys.remove', { name: chosen.name }),
          lead: visit.t('security.passkeys.remove-lead'),
          tone: 'grave',
        },
      ),
    act: async (_visit, { engine, signedIn, chosen }, { fields, caller }) =>
      afterwards(
        await removePasskey(engine, caller, signedIn, { id: chosen.id, present: fields.present ?? '' }),
        'done.passkey-removed',
      ),
  })
}

/** Somebody without a second factor has nothing to renew or turn off. */
async function withFactor(visit: Visit): Promise<Self | null> {
  const self = await selfOf(visit)
  return self.signedIn.person.hasSecondFactor ? self : null
}
