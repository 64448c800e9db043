import { workerData } from 'node:worker_threads'
import type { PdfBounds } from './pdf.ts'

// Beside the thread that sets the paper, which hears nothing while it does: ends the process when it has used up its time or its
// memory, even when the site that began it is gone.
const { seconds, megabytes } = workerData as PdfBounds
const before = process.cpuUsage()
setInterval(() => {
  const { user, system } = process.cpuUsage(before)
  const isHeavy = user + system > seconds * 1_000_000 || process.memoryUsage.rss() > megabytes * 1024 * 1024
  if (isHeavy) process.kill(process.pid, 'SIGKILL')
}, 50)
