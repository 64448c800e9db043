export { chromeOf } from './chrome.ts'
export { sitePaths } from './paths.ts'
