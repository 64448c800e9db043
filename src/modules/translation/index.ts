import './tables.ts'

export { loadDemoTranslations } from './demo-commands.ts'
export { translateByMachine } from './machine/machine-commands.ts'
export { EngineFailure, type Engine } from './machine/engine.ts'
export { loadTerms } from './terms/term-commands.ts'
export { translationPaths } from './paths.ts'
export { stateKeys as translationStateKeys } from './worklist/work-shape.ts'
