import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql, type RawBuilder } from 'kysely'
import pg from 'pg'
import { openDatabase } from '#platform/database/open.ts'
import type { Db } from '#platform/database/tables.ts'
import { startMailServer, type MailServer } from '../mail-server.ts'
import { run, startProgram } from './program.ts'
import { actUntilKilled, netsUnits, setStage, stepKinds, type Stage, type Step } from './restless.ts'
import { startOnce, usedFolder } from './used-folder.ts'

const kills = 5
const patience = { timeout: 600_000 }
const serverUrl = process.env['TEST_DATABASE_URL']

describe('a program that is killed while people act, on the embedded database', () => {
  loseNothing(async () => ({ DATA_DIR: await usedFolder() }))
})

describe('the same on a server', { skip: serverUrl ? false : 'no TEST_DATABASE_URL' }, () => {
  const name = `killed_${process.pid}`
  after(() => onServer(`drop database if exists ${name} with (force)`))
  loseNothing(async () => {
    await onServer(`create database ${name}`)
    const url = Object.assign(new URL(serverUrl ?? 'postgres://x'), { pathname: `/${name}` })
    const where = { DATABASE_URL: url.toString() }
    await startOnce(where)
    return where
  })
})

/** What each kind of step leaves: the words by which it is known, and the act of its line of history. */
const left: Record<Step['kind'], { act: string; words: RawBuilder<{ words: string }> }> = {
  plan: {
    act: 'mandates.write-plan',
    words: sql`select body ->> 'en' as words from duty_plans`,
  },
  evidence: {
    act: 'mandates.add-evidence',
    // With the very file that was sent.
    words: sql`select shows ->> 'en' as words from evidence e join stored_files f on f.checksum = e.checksum
      where convert_from(f.bytes, 'UTF8') = '%PDF-1.4 ' || (shows ->> 'en')`,
  },
  ask: { act: 'accounts.ask-claim', words: sql`select words from claims` },
  grant: {
    act: 'accounts.grant-claim',
    words: sql`select c.reason as words from claims c join roles r
      on r.person = c.person and r.role = 'representative' and r.scope = 'organization:' || c.organization
      where c.state = 'granted'`,
  },
  invite: { act: 'accounts.invite', words: sql`select reason as words from invitations` },
  open: {
    act: 'mandates.open-import',
    words: sql`select i.file_name as words from imports i
      join import_suggestions s on s.import = i.id join stored_files f on f.checksum = i.source
      where exists (select from import_blocks b where b.import = i.id)`,
  },
  confirm: {
    act: 'mandates.confirm-import',
    words: sql`select i.file_name as words from imports i join revision_texts t on t.revision = i.revision
      where i.state = 'confirmed' and ${netsUnits} = (select count(*) from provisions p where p.revision = i.revision)
        and ${netsUnits} = (select count(*) from text_units u where u.revision = i.revision and u.label is not null)`,
  },
}

/** `open` resolves to the settings of a database that the program has filled at its first start. */
function loseNothing(open: () => Promise<Record<string, string>>) {
  let where: Record<string, string>
  let mails: MailServer
  let stage: Stage
  let db: Db
  let close = async () => {}
  const env = () => ({
    ...where,
    SMTP_URL: mails.url,
    MAIL_FROM: 'actionline@example.org',
    REQUESTS_PER_MINUTE: '1000000',
  })
  const reopen = async () => {
    await close()
    const opened = await openDatabase({
      databaseUrl: where['DATABASE_URL'] ?? null,
      dataDir: where['DATA_DIR'] ?? '',
      databaseConnections: 2,
    })
    db = opened.db
    close = async () => {
      await opened.close()
      close = async () => {}
    }
  }

  before(async () => {
    where = await open()
    mails = await startMailServer()
    await reopen()
    stage = await setStage(db)
    await close()
    for (let life = 1; life <= kills; life += 1) await liveAndDie(life === kills)
    await settleMails()
  }, patience)

  after(async () => {
    await close()
    await mails.stop()
  })

  /** Killed after a few more steps, at no moment in particular; the last time when every kind of step was seen. */
  async function liveAndDie(isLast: boolean) {
    const program = await startProgram(env())
    const over = new AbortController()
    const acting = actUntilKilled(program.address, stage).finally(() => over.abort())
    const enough = acknowledged(stage).length + 8 + Math.random() * 16
    const isEnough = () => acknowledged(stage).length >= enough && !(isLast && unseen(stage).length > 0)
    while (!over.signal.aborted && !isEnough()) await pause(5)
    await pause(Math.random() * 100)
    program.signal('SIGKILL')
    await Promise.all([program.ended, acting])
  }

  /** Another process might still be sending what this one left, for ten minutes; here they have passed. */
  async function settleMails() {
    for (let waiting = 1; waiting > 0;) {
      await reopen()
      await db
        .updateTable('outbox')
        .set({ sending_until: new Date(0) })
        .where('state', '=', 'sending')
        .execute()
      await close()
      const program = await startProgram(env())
      while ((await unsettled(program.address, stage)) > 0) await pause(100)
      program.signal('SIGTERM')
      assert.equal((await program.ended).code, 0)
      await reopen()
      const { rows } = await sql`select from outbox where state in ('waiting', 'sending')`.execute(db)
      waiting = rows.length
    }
  }

  test('had answered in every way, and with no failure', () => {
    assert.deepEqual(unseen(stage), [])
    assert.deepEqual(
      stage.steps.filter(({ status }) => status !== null && status !== 303),
      [],
    )
  })

  test('has each step that it had acknowledged, and the others whole or not at all', async () => {
    for (const kind of stepKinds) {
      const { rows } = await left[kind].words.execute(db)
      const found = rows.map(({ words }) => words)
      const steps = stage.steps.filter((step) => step.kind === kind)
      const lost = steps.filter(({ status, words }) => status === 303 && !found.includes(words))
      assert.deepEqual(lost, [], kind)
      assert.deepEqual(found.toSorted(), [...new Set(found)].toSorted(), kind)
      assert.deepEqual(
        found.filter((one) => !steps.some(({ words }) => words === one)),
        [],
        kind,
      )
      const lines = await db.selectFrom('history').select('seq').where('act', '=', left[kind].act).execute()
      assert.equal(lines.length, found.length, kind)
    }
  })

  test('has nothing half stored, and a history that fits', async () => {
    const halves = await sql<{ half: string }>`
      select 'evidence ' || id as half from evidence where checksum is null
      union all select 'import ' || id from imports i where not exists (select from import_suggestions s where s.import = i.id)
      union all select 'revision ' || id from revisions r
        where origin = 'parser' and not exists (select from revision_texts t where t.revision = r.id)
      union all select 'text ' || revision from revision_texts t
        where not exists (select from text_units u where u.revision = t.revision and u.version = t.version)
      union all select 'role ' || r.id from roles r where r.role = 'representative' and not exists (
        select from claims c where c.state = 'granted' and r.scope = 'organization:' || c.organization)`.execute(
      db,
    )
    assert.deepEqual(halves.rows, [])
    await close()
    const verified = await run(['history', 'verify'], where)
    assert.deepEqual([verified.code, verified.err], [0, ''])
    await reopen()
  })

  test('has sent each mail of a step once, or shows it to an operator as uncertain', async (t) => {
    const rows = await db.selectFrom('outbox').select(['id', 'kind', 'state', 'failure']).execute()
    const delivered = mails.received.map(
      ({ headers }) => /<([^@]+)@/.exec(headers.get('message-id') ?? '')?.[1],
    )
    const times = (id: string) => delivered.filter((one) => one === id).length
    const wrong = rows.filter(({ id, state, failure }) =>
      state === 'sent' ? times(id) !== 1 : failure !== 'uncertain' || times(id) > 1,
    )
    assert.deepEqual(wrong, [])
    const uncertain = rows.filter(({ state }) => state === 'dead').length
    t.diagnostic(
      `${acknowledged(stage).length} steps of ${stage.steps.length} acknowledged, ${rows.length} mails, ${uncertain} of them uncertain`,
    )
    assert.deepEqual(
      delivered.filter((one) => !rows.some(({ id }) => id === one)),
      [],
    )
    const ofKind = (kind: string) => rows.filter((row) => row.kind === kind).length
    const { rows: caused } = await sql<{ invitations: number; answers: number }>`
      select (select count(*) from invitations) as invitations,
        (select count(*) from claims where state = 'granted') as answers`.execute(db)
    assert.deepEqual(caused, [
      { invitations: ofKind('accounts.invitation'), answers: ofKind('accounts.claim-decided') },
    ])
  })
}

const unseen = (stage: Stage) =>
  stepKinds.filter((kind) => !acknowledged(stage).some((step) => step.kind === kind))

const acknowledged = ({ steps }: Stage): Step[] => steps.filter(({ status }) => status === 303)

/** How many mails are on their way, as the operator sees it. */
async function unsettled(site: string, { administrator }: Stage): Promise<number> {
  const answer = await fetch(`${site}/en/operations/mail.json`, { headers: { Cookie: administrator.cookie } })
  const { facets } = (await answer.json()) as { facets: { values: { value: string; count: number }[] }[] }
  const [states] = facets
  return (states?.values ?? [])
    .filter(({ value }) => value === 'waiting' || value === 'sending')
    .reduce((sum, { count }) => sum + count, 0)
}

async function onServer(statement: string) {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  await client.query(statement)
  await client.end()
}
