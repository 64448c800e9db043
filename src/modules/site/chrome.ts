import { accountPaths } from '#modules/accounts/index.ts'
import { activityPaths, activityRights } from '#modules/activities/index.ts'
import { frameworkPaths } from '#modules/frameworks/index.ts'
import { mandatePaths, reviewPaths } from '#modules/mandates/index.ts'
import { matrixPaths } from '#modules/matrix/index.ts'
import { planPaths, taskForcePaths } from '#modules/plans/index.ts'
import { reportPaths } from '#modules/reports/index.ts'
import { has } from '#platform/access/actor.ts'
import { may } from '#platform/access/rights.ts'
import type { Chrome, LayoutVisit } from '#platform/ui/layout.ts'
import { sitePaths } from './paths.ts'

/** The ways through the site that stand on every page. */
export const chromeOf = ({ t, actor }: LayoutVisit): Chrome => ({
  account:
    actor.person === null
      ? [{ label: t('nav.sign-in'), path: '/sign-in' }]
      : [
          { label: t('nav.desk'), path: sitePaths.desk },
          { label: t('nav.entries'), path: activityPaths.myEntries },
          ...(may(activityRights, 'moderate', actor, { state: 'submitted' })
            ? [{ label: t('nav.moderation'), path: activityPaths.moderation }]
            : []),
          ...(has(actor, 'administrator') ? [{ label: t('nav.operations'), path: sitePaths.mails }] : []),
          { label: actor.name ?? t('nav.account'), path: '/account' },
          { label: t('nav.sign-out'), path: '/sign-out' },
        ],
  // As many as stand in one row in each of the six languages; all else is at the foot.
  navigation: [
    { label: t('nav.duties'), path: mandatePaths.duties },
    { label: t('activities.measure'), path: activityPaths.activities },
    { label: t('nav.plans'), path: planPaths.plans },
    { label: t('reports.title'), path: reportPaths.reports },
    { label: t('nav.matrix'), path: matrixPaths.matrix },
    { label: t('nav.action-lines'), path: frameworkPaths.actionLines },
    { label: t('nav.sdgs'), path: frameworkPaths.goals },
    { label: t('nav.instruments'), path: mandatePaths.instruments },
    { label: t('nav.calendar'), path: mandatePaths.calendar },
    { label: t('oversight.title'), path: mandatePaths.oversight },
  ],
  footer: [
    { label: t('nav.about'), path: sitePaths.about },
    { label: t('reports.portfolio'), path: reportPaths.portfolio },
    { label: t('nav.task-force'), path: taskForcePaths.whole },
    { label: t('nav.bodies'), path: accountPaths.bodies },
    { label: t('organizations.title'), path: accountPaths.organizations },
    { label: t('places.title'), path: activityPaths.places },
    { label: t('nav.languages'), path: sitePaths.languages },
    { label: t('nav.rights'), path: sitePaths.rights },
    { label: t('nav.history'), path: sitePaths.history },
    { label: t('nav.api'), path: sitePaths.api },
    { label: t('activities.open.title'), path: activityPaths.downloads },
    { label: t('evidence.title'), path: mandatePaths.evidence },
    { label: t('unanswered.title'), path: mandatePaths.unanswered },
    { label: t('nav.compare'), path: mandatePaths.compare },
    { label: t('imports.title'), path: reviewPaths.imports },
    { label: t('suggestions.title'), path: reviewPaths.suggestions },
    { label: t('nav.accessibility'), path: sitePaths.accessibility },
    { label: t('nav.privacy'), path: sitePaths.privacy },
  ],
  search: { path: sitePaths.search, parameter: 'q' },
})
