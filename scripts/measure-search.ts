import fs from 'node:fs'
import { parseArgs } from 'node:util'
import { measureSearch, searchFloors, type MeasuredLanguage, type MeasuredQuery } from './measure/search.ts'

/** `npm run measure:search -- [--queries] [--misses] [--json FILE]`: how well readers of six languages find the example activities. */
const { values: asked } = parseArgs({
  options: { queries: { type: 'boolean' }, misses: { type: 'boolean' }, json: { type: 'string' } },
})

const measured = measureSearch()
const total = measured.reduce((sum, { queries }) => sum + queries.length, 0)
console.log(`${total} judged queries over the example activities`)
console.log('language  queries  nDCG@10 (floor)  recall@20 (floor)  recall (floor)  answers (most)  wrong')
for (const one of measured) {
  console.log(lineOf(one))
  for (const query of one.queries) {
    if (asked.queries || (asked.misses && isFlawed(query))) console.log(queryLine(query))
  }
}
if (asked.json !== undefined) fs.writeFileSync(asked.json, `${JSON.stringify(measured, null, 2)}\n`)

const below = measured.filter((one) => one.below.length > 0 || one.wrong > 0)
if (below.length > 0) {
  console.error(
    `\nBelow the floor: ${below.map(({ language }) => language).join(', ')}; --misses lists the queries.`,
  )
  process.exitCode = 1
}

function lineOf({ language, queries, answers, wrong, below, ...figures }: MeasuredLanguage): string {
  const floors = searchFloors[language]
  const figure = (name: keyof typeof floors, width: number) =>
    `${figures[name].toFixed(3)} (${floors[name].toFixed(2)})${below.includes(name) ? ' !' : ''}`.padStart(
      width,
    )
  return [
    language.padEnd(8),
    String(queries.length).padStart(7),
    figure('ndcg10', 15),
    figure('recall20', 17),
    figure('recall', 14),
    `${answers.mean.toFixed(1)} (${answers.most})`.padStart(14),
    String(wrong).padStart(5),
  ].join('  ')
}

function isFlawed({ missed, wrong, ndcg10 }: MeasuredQuery): boolean {
  return missed.length + wrong.length > 0 || ndcg10 < 0.9
}

function queryLine({ words, tries, ndcg10, recall20, total, missed, wrong, first }: MeasuredQuery): string {
  const parts = [
    `    ${words}  [${tries}]  nDCG ${ndcg10.toFixed(2)}, recall ${recall20.toFixed(2)}, ${total} answers`,
    ...(missed.length > 0 ? [`missed ${missed.join(' ')}`] : []),
    ...(wrong.length > 0 ? [`wrong ${wrong.join(' ')}`] : []),
    ...(ndcg10 < 0.9 ? [`first ${first.join(' ')}`] : []),
  ]
  return parts.join('; ')
}
