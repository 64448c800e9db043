import { hasGold, measureGold } from './measure/gold.ts'
import { measureCorpus } from './measure/corpus.ts'
import { isBelow, tableOf } from './measure/score.ts'
import type { Count } from './measure/score.ts'

const verbose = process.argv.includes('--misses')
const all: Count[] = []

function show(title: string, counts: Count[]): void {
  all.push(...counts)
  console.log(`\n${title}\n${tableOf(counts)}`)
  if (verbose)
    for (const count of counts) for (const miss of count.misses) console.log(`    ${count.field}: ${miss}`)
}

if (hasGold()) {
  show('Resolution 140 (Rev. Dubai, 2018), against the annotation by hand', await measureGold('140'))
  show('Resolution 75 (Rev. Hammamet, 2016), against the annotation by hand', await measureGold('75'))
} else {
  console.log(
    'The annotated resolutions (../shared/reference, ../shared/seeds) are not here: only the invented ones are measured.',
  )
}
for (const { language, cases, counts } of await measureCorpus())
  show(`Invented resolutions, ${language} (${cases})`, counts)

const below = all.filter(isBelow)
if (below.length > 0) {
  console.error(
    `\n${below.length} ${below.length === 1 ? 'field is' : 'fields are'} below the floor; --misses lists what differs.`,
  )
  process.exitCode = 1
}
