import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { describe, test } from 'node:test'
import { modules } from '../src/modules.ts'
import { root, sourceFiles, type SourceFile } from './source-files.ts'

const all = sourceFiles('src')
const tested = /\.test\.ts$/
const code = all.filter((file) => !tested.test(file.path))
const moduleOf = (file: string) => /^src\/modules\/([^/]+)\//.exec(file)?.[1] ?? null
const breaches = (files: SourceFile[], find: (file: SourceFile) => string[]) =>
  files.flatMap((file) => find(file).map((what) => `${file.path}: ${what}`))

describe('the arrows of the house', () => {
  test('a module depends only on modules before it in the list', () => {
    const before = (name: string) =>
      modules
        .slice(
          0,
          modules.findIndex((one) => one.name === name),
        )
        .map((one) => one.name)
    assert.deepEqual(
      modules.flatMap(({ name, dependsOn }) =>
        dependsOn.filter((one) => !before(name).includes(one)).map((one) => `${name} → ${one}`),
      ),
      [],
    )
  })

  test('a module enters another only by its index.ts, and only one that it declares', () => {
    const wrong = breaches(code, (file) => {
      const own = moduleOf(file.path)
      const declared = modules.find(({ name }) => name === own)?.dependsOn ?? []
      return file.imports.flatMap(({ from }) => {
        const other = moduleOf(from)
        if (own === null || other === null || other === own) return []
        return declared.includes(other) && from === `src/modules/${other}/index.ts` ? [] : [`imports ${from}`]
      })
    })
    assert.deepEqual(wrong, [])
  })

  test('the platform knows no module and no parser', () => {
    const platform = code.filter(({ path }) => path.startsWith('src/platform/'))
    assert.deepEqual(
      breaches(platform, ({ imports }) =>
        imports.map(({ from }) => from).filter((from) => /^src\/(?!platform\/)/.test(from)),
      ),
      [],
    )
  })

  test('the parser knows nothing of the platform but the languages and how files are packed, and no module', () => {
    const parser = code.filter(({ path }) => path.startsWith('src/parser/'))
    const allowed =
      /^src\/(parser\/|platform\/languages\.ts|platform\/(packages|encodings)\/|platform\/export\/(xml|csv|akoma-ntoso)\.ts)/
    assert.deepEqual(
      breaches(parser, ({ imports }) =>
        imports.map(({ from }) => from).filter((from) => from.startsWith('src/') && !allowed.test(from)),
      ),
      [],
    )
  })

  test('pages know no database', () => {
    const pages = code.filter(({ path }) => path.includes('/pages/'))
    const database = /kysely|\/database\/|\/commands?[.-]|\/queries?[.-]|-queries\.ts|-commands\.ts/
    assert.deepEqual(
      breaches(pages, ({ imports }) =>
        imports.filter(({ from, typeOnly }) => !typeOnly && database.test(from)).map(({ from }) => from),
      ),
      [],
    )
    assert.notEqual(pages.length, 0)
  })
})

describe('tables', () => {
  const write = /\.(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*'([a-z_]+)/g
  const read = /\.(?:selectFrom|innerJoin|leftJoin|rightJoin|fullJoin)\(\s*'([a-z_]+)/g
  const owner = new Map(modules.flatMap(({ name, owns }) => owns.map((table) => [table, name] as const)))
  const inModules = code.filter(({ path }) => moduleOf(path) !== null)
  const named = (text: string, pattern: RegExp) => [
    ...new Set([...text.matchAll(pattern)].map(([, table = '']) => table)),
  ]

  test('only its owner writes a table', () => {
    assert.deepEqual(
      breaches(inModules, ({ path, text }) =>
        named(text, write).filter((table) => owner.get(table) !== moduleOf(path)),
      ),
      [],
    )
  })

  test('a table is read by its owner and by modules that declare the dependency', () => {
    const wrong = breaches(inModules, ({ path, text }) => {
      const own = modules.find(({ name }) => name === moduleOf(path))
      return named(text, read).filter((table) => {
        const holder = owner.get(table)
        return holder !== undefined && holder !== own?.name && !own?.dependsOn.includes(holder)
      })
    })
    assert.deepEqual(wrong, [])
  })

  test('every table of the migrations has an owner', () => {
    const folder = path.join(root, 'migrations')
    const sql = fs
      .readdirSync(folder)
      .map((name) => fs.readFileSync(path.join(folder, name), 'utf8'))
      .join('\n')
    const made = [...sql.matchAll(/^create table (\w+)/gim)].map(([, table = '']) => table)
    const ofPlatform = [
      'row_versions',
      'stored_files',
      'held_files',
      'pictures',
      'held_pictures',
      'signing_keys',
      'outbox',
      'search_snapshots',
      'api_answers',
    ]
    assert.deepEqual(
      made.filter(
        (table) => !table.startsWith('history') && !ofPlatform.includes(table) && !owner.has(table),
      ),
      [],
    )
  })

  test('questions to the database stand only in queries, commands and the platform', () => {
    const allowed =
      /(queries|commands|commands\/.*|digests?|loading|search-rows|database\/.*|history|content-version)\.ts$/
    const asks = /\.(?:selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql`|\bsql</
    assert.deepEqual(
      breaches(code, ({ path, text }) =>
        asks.test(text) && !allowed.test(path) ? ['asks the database'] : [],
      ),
      [],
    )
  })
})

describe('size and names', () => {
  test('no file is longer than 300 lines', () => {
    assert.deepEqual(
      all.filter(({ lines }) => lines > 300).map(({ path, lines }) => `${path} (${lines})`),
      [],
    )
  })

  test('no drawer folders', () => {
    const drawers = /\/(utils?|lib|common|helpers?|services?|types|components|misc|shared)\//
    assert.deepEqual(
      all.filter(({ path }) => drawers.test(path)).map(({ path }) => path),
      [],
    )
  })

  test('no default exports', () => {
    assert.deepEqual(
      code.filter(({ text }) => /^export default/m.test(text)).map(({ path }) => path),
      [],
    )
  })
})

describe('what is exported', () => {
  /** Inventions and plain ways to the same answer, which only tests look at. */
  const forTests =
    /\/(?:generated|nothing-lost|wells)\.ts: |: (?:likelyPairs|planProgress|loadDemoActivities|loadDemoPlans)$/
  const withoutEntrances = (text: string) => text.replace(/^export (?:type )?\{[^}]*\} from .*$/gm, '')

  test('is used by more than tests', () => {
    const uses = new Map<string, number>()
    for (const { text } of [...code, ...sourceFiles('scripts')])
      for (const [word] of withoutEntrances(text).matchAll(/[\w$]+/g))
        uses.set(word, (uses.get(word) ?? 0) + 1)
    const spare = breaches(code, ({ text }) =>
      [...text.matchAll(/^export (?:async )?(?:function\*?|const|class|type) (\w+)/gm)]
        .map(([, name = '']) => name)
        .filter((name) => uses.get(name) === 1),
    )
    assert.deepEqual(
      spare.filter((what) => !forTests.test(what)),
      [],
    )
  })
})

describe('words and addresses in the markup', () => {
  test('pages and parts hold no words of their own', () => {
    const markup = code.filter(({ path }) => /\/(pages|ui)\//.test(path))
    assert.deepEqual(
      breaches(markup, ({ text }) => wordsInTemplates(text)),
      [],
    )
  })

  test('nothing is fetched from another host', () => {
    const outside = /(?:src|href|action)="https?:|url\(\s*['"]?https?:|@import/
    const sheets = fs
      .readdirSync(path.join(root, 'src/platform/ui'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.css'))
    const css = sheets
      .map((name) => fs.readFileSync(path.join(root, 'src/platform/ui', name), 'utf8'))
      .join('\n')
    assert.equal(outside.test(css), false)
    assert.deepEqual(
      code
        .filter(({ text }) => /<(?:script|link|img|iframe|form)[^>]*="https?:/.test(text))
        .map(({ path }) => path),
      [],
    )
  })

  test('style sheets know no left and right', () => {
    const folder = path.join(root, 'src/platform/ui')
    const sheets = fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.css'))
    const physical =
      /(?:margin|padding|border)-(?:left|right)|(?:^|[\s;{])(?:left|right)\s*:|text-align\s*:\s*(?:left|right)|float\s*:\s*(?:left|right)/
    assert.deepEqual(
      sheets.filter((name) => physical.test(fs.readFileSync(path.join(folder, name), 'utf8'))),
      [],
    )
    assert.notEqual(sheets.length, 0)
  })
})

/** Letters that stand as text between tags of an `html` template. What a terminal takes, in <code> or <kbd>, is no sentence. */
function wordsInTemplates(text: string): string[] {
  const inner = String.raw`\$\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}`
  const template = new RegExp(String.raw`html\`((?:[^\`\\$]|\\.|\$(?!\{)|${inner})*)\``, 'g')
  return [...text.matchAll(template)].flatMap(([, inside = '']) => {
    const withoutValues = inside.replace(new RegExp(inner, 'g'), '')
    const withoutCode = withoutValues.replace(/<(code|kbd)[^>]*>[^<]*<\/\1>/g, '')
    const between = withoutCode.replace(/<[^>]*>/g, '\n').replace(/&\w+;/g, '')
    // A template that holds only attributes has no tag around them.
    const sentences = between
      .split('\n')
      .filter((line) => /\p{L}{2}/u.test(line) && !/^\s*[\w-]+="/.test(line))
    return sentences.map((line) => `the words '${line.trim().slice(0, 40)}'`)
  })
}
