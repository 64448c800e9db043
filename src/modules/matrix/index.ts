import './tables.ts'

export { matrixPaths } from './paths.ts'
export { linkRights } from './links/link-rights.ts'
export { waitingLinkCount } from './links/link-queries.ts'
export { clearDemoMatrix, loadDemoMatrix } from './demo/demo-commands.ts'
export { loadMatrix } from './shipped/load-commands.ts'
export {
  latestMatrixVersion,
  matrixVersionById,
  matrixVersionLinks,
  matrixVersions,
} from './versions/version-queries.ts'
export type { FrozenLink, MatrixVersion } from './versions/version.ts'
