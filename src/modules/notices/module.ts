import path from 'node:path'
import type { Module } from '#platform/module.ts'
import { sendNotices } from './digest-commands.ts'
import { followHistory } from './history-commands.ts'
import en from './messages/en.json' with { type: 'json' }
import { routes } from './notice-routes.ts'
import { remindOfReports } from './plan-reminder-commands.ts'
import { remind } from './reminder-commands.ts'
import { remindOfSections } from './section-reminder-commands.ts'

type Catalogue = typeof en

declare module '#platform/messages.ts' {
  interface MessageKeys extends Catalogue {}
}

const tables = ['notices', 'notice_choices', 'notice_reading']

export const notices: Module = {
  name: 'notices',
  dependsOn: ['accounts', 'mandates', 'plans', 'reports'],
  owns: tables,
  technical: tables,
  messages: path.join(import.meta.dirname, 'messages'),
  routes,
  jobs: [
    {
      name: 'notices.follow',
      cron: '* * * * *',
      at: 'one',
      run: async ({ db, now, translate, isStopping }) => {
        await followHistory(db, now(), isStopping)
        await sendNotices(db, { isDaily: false, at: now(), translate, isStopping })
      },
    },
    {
      name: 'notices.daily',
      cron: '0 5 * * *',
      at: 'one',
      run: async ({ db, now, translate, isStopping }) => {
        await remind(db, now())
        await remindOfReports(db, now())
        await remindOfSections(db, now())
        await sendNotices(db, { isDaily: true, at: now(), translate, isStopping })
      },
    },
  ],
}
