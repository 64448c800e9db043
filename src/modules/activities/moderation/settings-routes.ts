import { z } from 'zod'
import { permit } from '#platform/access/rights.ts'
import type { Site } from '#platform/web/site.ts'
import { activityRights } from '../activity-rights.ts'
import { activityPaths } from '../paths.ts'
import { settingsPage } from './pages/settings-page.ts'
import { activitySettings, changeSettings } from './settings-commands.ts'

/** How the secretariat wants to work. */
export const settingsRoutes = (site: Site): void =>
  site.form({
    path: activityPaths.moderationSettings,
    name: 'moderation-settings',
    summary: 'Whether two people of the secretariat look at an entry before it is published.',
    right: 'activity.moderate',
    fields: z.strictObject({ 'second-pair': z.literal('yes').optional() }),
    read: async ({ db, actor }) => {
      permit(activityRights, 'moderate', actor, { state: 'submitted' })
      return activitySettings(db)
    },
    page: settingsPage,
    act: async ({ db, actor, now: at }, _settings, { fields }) => {
      await changeSettings(db, { actor, at, secondPair: fields['second-pair'] === 'yes' })
      return { to: activityPaths.moderation, done: 'moderation.done.settings' }
    },
  })
