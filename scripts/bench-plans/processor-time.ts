import fs from 'node:fs'

/** Milliseconds of the processor that this process and the processes of a database server have taken. */
export function processorTime(postgres: number | null): { own: number; database: number } {
  const { user, system } = process.cpuUsage()
  return { own: (user + system) / 1000, database: postgres === null ? 0 : timeOfChildren(postgres) }
}

/** Linux tells the nanoseconds of each process; elsewhere nothing is told of the server. */
function timeOfChildren(parent: number): number {
  const children = read(`/proc/${parent}/task/${parent}/children`)?.trim().split(' ') ?? []
  const nanoseconds = children.map((pid) => Number(read(`/proc/${pid}/schedstat`)?.split(' ')[0] ?? 0))
  return nanoseconds.reduce((sum, one) => sum + one, 0) / 1e6
}

function read(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    // Another system than Linux, or a process that has ended meanwhile.
    return null
  }
}
