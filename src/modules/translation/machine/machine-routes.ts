import { z } from 'zod'
import { permit } from '#platform/access/rights.ts'
import { isLanguageCode } from '#platform/languages.ts'
import type { TextKinds } from '#platform/texts/texts.ts'
import type { Site } from '#platform/web/site.ts'
import { translationRecord } from '../editor/record-queries.ts'
import { machinePage } from '../pages/machine-page.ts'
import { translationPaths } from '../paths.ts'
import { translationRights } from '../translation-rights.ts'
import { EngineFailure } from './engine.ts'
import { translateByMachine } from './machine-commands.ts'

/** Having a machine translate what nobody has; exists only where the settings name an engine. */
export function machineRoutes(site: Site, kinds: TextKinds): void {
  site.form({
    path: translationPaths.machine(':to', ':kind', ':id{.+}'),
    name: 'translateByMachine',
    summary: 'Have a machine translate the segments of a record that have no text; they stay labelled.',
    right: 'translation.translate-by-machine',
    fields: z.strictObject({}),
    read: async (visit, { to = '', kind = '', id = '' }) => {
      if (!isLanguageCode(to) || visit.settings.translator === null) return null
      const record = await translationRecord(
        visit.db,
        kinds,
        { kind, id, language: to },
        visit.actor,
        visit.language,
      )
      if (record) permit(translationRights, 'translate-by-machine', visit.actor, record)
      return record
    },
    page: machinePage,
    act: async (visit, { kind, id, language }) => {
      const { db, actor, now: at, settings } = visit
      if (settings.translator === null) return { issues: [{ field: '', key: 'translation.machine.failed' }] }
      try {
        await translateByMachine(db, { actor, at, kinds, engine: settings.translator, kind, id, language })
      } catch (error) {
        // The engine is another program: when it fails, nothing has changed, and people may try again.
        if (error instanceof EngineFailure)
          return { issues: [{ field: '', key: 'translation.machine.failed' }] }
        throw error
      }
      return { to: translationPaths.record(language, kind, id), done: 'translation.machine.done' }
    },
  })
}
