import { clearDemoAccounts, loadDemoAccounts } from '#modules/accounts/index.ts'
import { clearDemoActivities, demoActivityLives, liveInOrder } from '#modules/activities/index.ts'
import {
  clearDemo,
  importResolution,
  loadDemo,
  loadDemoReviews,
  loadRegister,
  type Difference,
} from '#modules/mandates/index.ts'
import { clearDemoMatrix, loadDemoMatrix, loadMatrix } from '#modules/matrix/index.ts'
import { clearDemoPlans, demoPlanLives, loadPlanTypes } from '#modules/plans/index.ts'
import { clearDemoReports, demoReportLives, loadReportTemplates } from '#modules/reports/index.ts'
import { loadDemoTranslations } from '#modules/translation/index.ts'
import { operator } from '#platform/access/actor.ts'
import type { LanguageCode } from '#platform/languages.ts'
import { defaultLimits, readBytes } from '#parser/read-source.ts'
import { withDatabase } from './database-verbs.ts'
import { languageOption } from './parse.ts'
import type { CommandKey } from './say.ts'
import { exitCodes, type Call } from './verb.ts'

const actor = 'command-line'

/** `actionline import FILE`: the register is loaded first, so that a text of it finds its provisions. */
export async function importFile(call: Call): Promise<number> {
  const [file = ''] = call.operands
  const language = languageOption(call.options['language'])
  const bytes = await readBytes(file, defaultLimits)
  return withDatabase(call, async ({ db }) => {
    const at = new Date()
    await loadRegister(db, { actor, at })
    const name = file === '-' ? 'standard-input' : (file.split(/[\\/]/).at(-1) ?? file)
    const outcome = await importResolution(db, { bytes, name, actor, at, ...(language ? { language } : {}) })
    const { kind, revision, version, provisions, duties, differences } = outcome
    call.say(`import.${kind}`, {
      revision,
      language: nameOf(call, outcome.language),
      version,
      provisions,
      duties,
    })
    tellDifferences(call, differences)
    return exitCodes.fine
  })
}

function tellDifferences({ say }: Call, differences: Difference[]) {
  say('import.differences', { count: differences.length })
  for (const { kind, address, register, text } of differences) {
    const key = `import.difference.${kind}` satisfies CommandKey
    say(key, { address, register: register ?? '—', text: text ?? '—' })
  }
}

const nameOf = ({ language }: Call, code: LanguageCode) =>
  new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code

export const demoLoad = (call: Call): Promise<number> =>
  withDatabase(call, async ({ db }) => {
    const at = new Date()
    await loadRegister(db, { actor, at })
    await loadMatrix(db, { actor, at })
    await loadPlanTypes(db, { actor, at })
    await loadReportTemplates(db, { actor, at })
    const accounts = await loadDemoAccounts(db, { settings: call.settings(), at })
    const outcomes = await loadDemo(db, { actor, at })
    await loadDemoReviews(db, { actor: operator, at })
    await loadDemoTranslations(db, { at })
    const entered = await demoActivityLives(db, { at })
    const plans = await demoPlanLives(db, { at })
    const reports = await demoReportLives(db, { plans: plans.made })
    // What a report has counted is what there was on its day, so all live in one order of time.
    await liveInOrder([...entered.lives, ...plans.lives, ...reports.lives], at)
    await loadDemoMatrix(db, { at })
    const texts = outcomes.filter(({ kind }) => kind !== 'unchanged').length
    call.say('demo-load.people', { count: accounts.length })
    for (const { email, password, roles } of accounts)
      call.say('demo-load.person', { email, password, roles: roles.join(', ') || '—' })
    const { activities, organizations, people } = entered
    call.say('demo-load.activities', { activities, organizations, people })
    call.say('demo-load.plans', { plans: plans.made.size })
    call.say('demo-load.reports', { reports: reports.made.size })
    call.say('demo-load.done', { texts, revisions: new Set(outcomes.map(({ revision }) => revision)).size })
    return exitCodes.fine
  })

export const demoClear = (call: Call): Promise<number> =>
  withDatabase(call, async ({ db }) => {
    const at = new Date()
    const { reports } = await clearDemoReports(db, { actor, at })
    const { revisions } = await clearDemo(db, { actor, at })
    const { plans } = await clearDemoPlans(db, { actor, at })
    const { activities } = await clearDemoActivities(db, { actor, at })
    await clearDemoMatrix(db, { actor, at })
    const { people, organizations } = await clearDemoAccounts(db, { actor, at })
    call.say('demo-clear.reports', { reports })
    call.say('demo-clear.plans', { plans })
    call.say('demo-clear.activities', { activities })
    call.say('demo-clear.people', { people, organizations })
    call.say('demo-clear.done', { revisions })
    return exitCodes.fine
  })
