import fs from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type EmscriptenParts = Parameters<NodeFS['init']>[1]
type Stream = { nfd: number }
type NodeFilesystem = { stream_ops: { fsync?: (stream: Stream) => void } }
type RunningModule = { NODEFS?: NodeFilesystem; FS: { filesystems?: { NODEFS?: NodeFilesystem } } }

/**
 * PGlite's own file layer never calls fsync, so a power loss could take acknowledged work away.
 * This one adds it. It touches internals of the pinned version, and refuses one that is made otherwise.
 */
export class DurableFiles extends NodeFS {
  override async init(database: PGlite, parts: EmscriptenParts) {
    const started = await super.init(database, parts)
    const preRun = started.emscriptenOpts.preRun as unknown as ((running: RunningModule) => void)[]
    preRun.push((running) => {
      const files = running.NODEFS ?? running.FS.filesystems?.NODEFS
      if (!files) throw new Error('this version of PGlite hides its file system: fsync cannot be added')
      files.stream_ops.fsync = (stream) => fs.fdatasyncSync(stream.nfd)
    })
    return started
  }
}

/** PGlite's start parameters without `-F` (which switches fsync off). */
export function durableStartParameters(): string[] {
  const given = PGlite.defaultStartParams
  if (!given.includes('-F'))
    throw new Error('this version of PGlite starts differently: check that it syncs to disk')
  return [...given.filter((one) => one !== '-F'), '-c', 'wal_sync_method=fsync']
}
