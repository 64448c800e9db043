import { spawnSync } from 'node:child_process'
import fs from 'node:fs'

/** Chromium without its windows does the same for a tenth less of the processor's time. */
const browserPaths = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** Without its windows, too: it opens what we write for people who use Word. */
const officePaths = ['/usr/bin/soffice', '/usr/bin/libreoffice']

/** By this LibreOffice knows sheets. */
const sheetPaths = ['/usr/lib/libreoffice/program/libsclo.so']

/** Programs that the tests run and that no package of npm brings. */
const needed = [
  { what: 'the Chromium browser', package: 'chromium-headless-shell', paths: browserPaths },
  { what: 'a PostgreSQL server', package: 'postgresql', paths: serverPaths() },
  { what: 'LibreOffice', package: 'libreoffice-writer-nogui', paths: officePaths },
  { what: 'LibreOffice Calc', package: 'libreoffice-calc-nogui', paths: sheetPaths },
]

export type Machine = { chromium: string; postgresFolder: string }

/** Finds what the tests need; installs what is missing by Debian's package manager and says so. */
export function prepareMachine(): Machine {
  const missing = needed.filter(({ paths }) => firstExisting(paths) === null)
  if (missing.length > 0) install(missing)
  const [chromium, initdb] = [installedBrowser(), firstExisting(serverPaths())]
  if (!chromium || !initdb)
    throw new Error('the browser or the database server is still missing after the installation')
  return { chromium, postgresFolder: initdb.replace(/\/initdb$/, '') }
}

/** Where the browser is; null when there is none. */
export const installedBrowser = (): string | null => firstExisting(browserPaths)

/** Where LibreOffice is; null when there is none. */
export const installedOffice = (): string | null => firstExisting(officePaths)

/** The same, if it opens sheets. */
export const installedSheetOffice = (): string | null =>
  firstExisting(sheetPaths) === null ? null : installedOffice()

function install(missing: typeof needed) {
  const packages = missing.map((one) => one.package)
  console.log(
    `The tests need ${missing.map(({ what }) => what).join(', ')}: installing ${packages.join(' ')} with apt-get.`,
  )
  const superuser = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  for (const words of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', ...packages],
  ]) {
    const [command = '', ...rest] = [...superuser, 'apt-get', ...words]
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const ran = spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'], env })
    if (ran.status !== 0) {
      throw new Error(
        `'${[...superuser, 'apt-get', ...words].join(' ')}' failed; install ${packages.join(', ')} by hand and try again`,
      )
    }
  }
}

function serverPaths(): string[] {
  const folder = '/usr/lib/postgresql'
  const versions = fs.existsSync(folder)
    ? fs
        .readdirSync(folder)
        .map(Number)
        .filter((version) => version >= 15)
    : []
  return versions.sort((a, b) => b - a).map((version) => `${folder}/${version}/bin/initdb`)
}

const firstExisting = (paths: string[]) => paths.find((path) => fs.existsSync(path)) ?? null
