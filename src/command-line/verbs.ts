import type { Verb } from './verb.ts'

/** All verbs. Each brings its own modules only when it is called, so that `parse` starts without a database. */
export const verbs: readonly Verb[] = [
  {
    name: 'serve',
    summary: 'serve.summary',
    help: 'serve.help',
    operands: 0,
    run: async ({ settings, say }) => (await import('./serve.ts')).serve(settings(), say),
  },
  {
    name: 'parse',
    summary: 'parse.summary',
    help: 'parse.help',
    operands: 1,
    options: { format: { type: 'string' }, language: { type: 'string' } },
    run: async (call) => (await import('./parse.ts')).parse(call),
  },
  {
    name: 'migrate',
    summary: 'migrate.summary',
    help: 'migrate.help',
    operands: 0,
    run: async (call) => (await import('./database-verbs.ts')).migrateVerb(call),
  },
  {
    name: 'register load',
    summary: 'register-load.summary',
    help: 'register-load.help',
    operands: 0,
    run: async (call) => (await import('./database-verbs.ts')).registerLoad(call),
  },
  {
    name: 'history verify',
    summary: 'history-verify.summary',
    help: 'history-verify.help',
    operands: 0,
    options: { anchor: { type: 'string' } },
    run: async (call) => (await import('./history-verbs.ts')).historyVerify(call),
  },
  {
    name: 'history head',
    summary: 'history-head.summary',
    help: 'history-head.help',
    operands: 0,
    run: async (call) => (await import('./history-verbs.ts')).historyHead(call),
  },
  {
    name: 'import',
    summary: 'import.summary',
    help: 'import.help',
    operands: 1,
    options: { language: { type: 'string' } },
    run: async (call) => (await import('./import.ts')).importFile(call),
  },
  {
    name: 'export',
    summary: 'export.summary',
    help: 'export.help',
    operands: 0,
    options: { format: { type: 'string' }, to: { type: 'string' } },
    run: async (call) => (await import('./export.ts')).exportRegister(call),
  },
  {
    name: 'demo load',
    summary: 'demo-load.summary',
    help: 'demo-load.help',
    operands: 0,
    run: async (call) => (await import('./import.ts')).demoLoad(call),
  },
  {
    name: 'demo clear',
    summary: 'demo-clear.summary',
    help: 'demo-clear.help',
    operands: 0,
    run: async (call) => (await import('./import.ts')).demoClear(call),
  },
]
