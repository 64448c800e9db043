import { workerData } from 'node:worker_threads'

// Beside the thread that draws, which hears nothing while it does: ends the process when it has used up its time, even when
// the site that began it is gone.
const seconds = workerData as number
const before = process.cpuUsage()
setInterval(() => {
  const { user, system } = process.cpuUsage(before)
  if (user + system > seconds * 1_000_000) process.kill(process.pid, 'SIGKILL')
}, 100)
