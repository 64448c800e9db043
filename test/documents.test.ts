import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, test } from 'node:test'
import { isLanguageCode } from '#platform/languages.ts'
import { readSettings } from '#platform/settings.ts'
import { withPrintedWords } from '../scripts/glossary.ts'
import { verbs } from '../src/command-line/verbs.ts'
import { modules } from '../src/modules.ts'
import { root, sourceFiles } from './source-files.ts'

const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8')
const exists = (file: string) => fs.existsSync(path.join(root, file))
const papers = [
  ...fs.readdirSync(root),
  ...fs
    .readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .map((name) => `docs/${name}`),
]
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, text: read(name) }))
const faults = (find: (text: string, name: string) => string[]) =>
  papers.flatMap(({ name, text }) => [...new Set(find(text, name))].map((what) => `${name}: ${what}`))
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, first = '']) => first)
const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>

describe('what the papers name', () => {
  test('every path that a paper names exists', () => {
    const folders = /`((?:src|test|scripts|docs|migrations|register|reference|demo|bin)\/[^\s`]*)/g
    const isExample = (name: string) => /[<>*…]/.test(name)
    assert.deepEqual(
      faults((text, paper) => [
        ...all(text, folders).filter((name) => !isExample(name) && !exists(name)),
        ...all(text, /\]\((?!https?:|#)([^)\s]+)\)/g).filter(
          (link) => !exists(path.join(path.dirname(paper), link)),
        ),
      ]),
      [],
    )
  })

  test('every source file that a paper names by its last part exists', () => {
    const files = ['src', 'test', 'scripts'].flatMap((folder) =>
      sourceFiles(folder).map((file) => `/${file.path}`),
    )
    assert.deepEqual(
      faults((text) =>
        all(text, /`([a-z][\w/.-]*\.ts)`/g).filter(
          (name) => !files.some((file) => file.endsWith(`/${name}`)),
        ),
      ),
      [],
    )
  })

  test('every npm script and every verb of the command line that a paper names exists', () => {
    const scripts = Object.keys(manifest['scripts'] ?? {})
    const isVerb = (words: string) => verbs.some(({ name }) => words === name || words.startsWith(`${name} `))
    assert.deepEqual(
      faults((text) => [
        ...all(text, /\bnpm run ([\w:-]+)/g).filter((name) => !scripts.includes(name)),
        ...all(text, /bin\/actionline ([a-z]+(?: [a-z]+)?)/g).filter((words) => !isVerb(words)),
      ]),
      [],
    )
    const guide = read('docs/guides/operators.md')
    assert.deepEqual(
      verbs.map(({ name }) => name).filter((name) => !guide.includes(`bin/actionline ${name}`)),
      [],
    )
  })

  test('no path on somebody’s disk stands in a paper, but those of the examples', () => {
    const example = /^\/(?:(?:opt|var\/lib|var\/backups)\/actionline\b|proc\/PID\b)/
    const isOfTheSite = (name: string) => isLanguageCode(name.split('/')[1] ?? '') || name.startsWith('/api/')
    assert.deepEqual(
      faults((text) =>
        all(text, /(?:^|[\s`'"=(])(\/[\w.-]+\/[\w./-]+)/gm).filter(
          (name) => !isOfTheSite(name) && !example.test(name),
        ),
      ),
      [],
    )
  })

  test('the pictures are small enough for a slow line', () => {
    const pictures = fs.readdirSync(path.join(root, 'docs/pictures'))
    assert.deepEqual(
      pictures.filter((name) => fs.statSync(path.join(root, 'docs/pictures', name)).size > 150_000),
      [],
    )
  })
})

describe('the architecture paper', () => {
  const paper = read('ARCHITECTURE.md')

  test('lists the modules as they are', () => {
    const rows = [...paper.matchAll(/^\| ([a-z-]+) \| ([^|]*) \| [^|]* \| ([^|]*) \|$/gm)].filter(
      ([, name]) => name !== 'module',
    )
    const listOf = (cell = '') => (cell.trim() === '–' ? [] : cell.trim().split(', '))
    assert.deepEqual(
      rows.map(([, name, uses, writes]) => ({
        name,
        dependsOn: listOf(uses).sort(),
        owns: listOf(writes).sort(),
      })),
      modules.map(({ name, dependsOn, owns }) => ({
        name,
        dependsOn: dependsOn.toSorted(),
        owns: owns.toSorted(),
      })),
    )
  })

  test('lists the rooms of the modules as they are', () => {
    const named = [...paper.matchAll(/^\| ([a-z]+\/[^|]*) \|/gm)].flatMap(([, rooms = '']) => {
      const [module = ''] = rooms.split('/')
      return rooms.split(', ').map((room) => (room.includes('/') ? room : `${module}/${room}`))
    })
    const isRoom = ({ name }: fs.Dirent) => name !== 'pages' && name !== 'messages'
    const rooms = modules.flatMap(({ name }) =>
      fs
        .readdirSync(path.join(root, 'src/modules', name), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && isRoom(entry))
        .map((room) => `${name}/${room.name}`),
    )
    assert.deepEqual(named.toSorted(), rooms.toSorted())
  })

  test('names for each invariant a test that says it', () => {
    const invariants = [...paper.matchAll(/^(\d+)\. (.*Held by.*)$/gm)].map(([, number = '', text = '']) => ({
      number: Number(number),
      tests: [...text.matchAll(/`([^`]+\.test\.ts)` “([^”]+)”/g)],
    }))
    assert.deepEqual(
      invariants.map(({ number }) => number),
      invariants.map((_, place) => place + 1),
    )
    assert.deepEqual(
      invariants.filter(({ tests }) => tests.length === 0).map(({ number }) => number),
      [],
    )
    assert.deepEqual(
      invariants.flatMap(({ tests }) =>
        tests
          .filter(([, file = '', name = '']) => !exists(file) || !read(file).includes(name))
          .map(([found]) => found),
      ),
      [],
    )
  })
})

describe('the security paper', () => {
  const points = [...read('SECURITY.md').matchAll(/^\| ([\d.,– ]+) \| (.+?) \| (.+) \|$/gm)].map(
    ([, point = '', what = '', held = '']) => ({
      point,
      what,
      held,
      tests: [...held.matchAll(/`([^`]+\.test\.ts)` “([^”]+)”/g)],
    }),
  )

  test('names for each point a test that says it, or says that it is not met', () => {
    assert.equal(points.length > 40, true)
    const bare = points.filter(({ what, tests }) => tests.length === 0 && !what.startsWith('Not met: '))
    assert.deepEqual(
      bare.map(({ point }) => point),
      [],
    )
    const missing = points.flatMap(({ tests }) =>
      tests
        .filter(([, file = '', name = '']) => !exists(file) || !read(file).includes(name))
        .map(([found]) => found),
    )
    assert.deepEqual(missing, [])
  })
})

describe('the operators’ guide', () => {
  const rows = new Map(
    [...read('docs/guides/operators.md').matchAll(/^\| `([A-Z_]+)` \| (.*?) \|/gm)].map(
      ([, name = '', value = '']) => [name, value.replaceAll('`', '')] as const,
    ),
  )

  test('has every setting and no other', () => {
    const names = all(read('src/platform/settings.ts'), /^ {2}([A-Z_]+):/gm)
    assert.deepEqual([...rows.keys()].toSorted(), names.toSorted())
  })

  test('gives the defaults as they are', () => {
    const unset = readSettings({}, '/')
    const processors = (_: string, most: string) =>
      String(Math.min(Number(most), os.availableParallelism() - 1))
    const asSet = (value: string) =>
      value
        .replace(/^none$/, '')
        .replace('HOST:PORT', `${unset.host}:${unset.port}`)
        .replace(/^one less than processors, (\d) at most$/, processors)
    const wrong = [...rows].filter(
      ([name, value]) =>
        JSON.stringify(readSettings({ [name]: asSet(value) }, '/')) !== JSON.stringify(unset),
    )
    assert.deepEqual(wrong, [])
  })
})

describe('the decisions', () => {
  const names = fs.readdirSync(path.join(root, 'docs/decisions')).toSorted()

  test('are numbered without gaps, and each says when to look at it again', () => {
    assert.deepEqual(
      names.map((name) => name.slice(0, 5)),
      names.map((_, place) => `${String(place + 1).padStart(4, '0')}-`),
    )
    assert.deepEqual(
      names.filter((name) => {
        const text = read(`docs/decisions/${name}`)
        return !text.startsWith(`# ${name.slice(0, 4)} `) || !/\*\*Revisit\b.*?\bwhen\b/s.test(text)
      }),
      [],
    )
  })

  test('weigh every dependency', () => {
    const text = read('docs/decisions/0005-dependencies.md')
    const kinds = ['dependencies', 'devDependencies', 'optionalDependencies']
    assert.deepEqual(
      kinds
        .flatMap((kind) => Object.keys(manifest[kind] ?? {}))
        .filter((name) => !text.includes(`\`${name}\``)),
      [],
    )
  })
})

test('the glossary gives the words that the site prints; npm run glossary writes them anew', () => {
  const text = read('GLOSSARY.md')
  assert.equal(text, withPrintedWords(text))
})

test('the glossary gives names that stand in the code', () => {
  const words = new Set(['src', 'migrations'].flatMap(wordsUnder))
  const named = [...read('GLOSSARY.md').matchAll(/^- Code: .*$/gm)].flatMap(([line]) =>
    all(line, /`([A-Za-z_]\w*)`/g),
  )
  assert.deepEqual(
    named.filter((name) => !words.has(name)),
    [],
  )
})

const wordsUnder = (folder: string): string[] =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|sql)$/.test(name))
    .flatMap((name) => read(path.join(folder, name)).match(/\w+/g) ?? [])
