import type { IndexMaker } from './search-feed.ts'
export const indexMaker = (): IndexMaker => { throw new Error('later') }
