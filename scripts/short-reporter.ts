import type { EventData } from 'node:test'

type TestEvent =
  | { type: 'test:fail'; data: EventData.TestFail }
  | { type: 'test:pass'; data: EventData.TestPass }
  | { type: 'test:diagnostic'; data: { message: string } }
  | { type: 'test:stderr' | 'test:stdout'; data: { message: string } }

const run = process.env['RUN'] ? `${process.env['RUN']}: ` : ''

/** Prints failures in full, skipped tests with their reason, and the closing counts; a passing test is silent. */
// oxlint-disable-next-line import/no-default-export -- node's test runner asks for it.
export default async function* shortReporter(events: AsyncIterable<TestEvent>) {
  for await (const { type, data } of events) {
    if (type === 'test:fail' && data.details.type !== 'suite')
      yield failure(data).replace('not ok: ', `not ok: ${run}`)
    if (type === 'test:pass' && typeof data.skip === 'string') yield `skipped: ${data.name}: ${data.skip}\n`
    if (type === 'test:diagnostic' && /^(tests|pass|fail|cancelled|skipped|duration_ms) /.test(data.message))
      yield `# ${run}${data.message}\n`
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message
  }
}

function failure({ name, file, line, details }: EventData.TestFail): string {
  const cause = details.error.cause
  const reason =
    cause instanceof Error ? (cause.stack ?? cause.message) : String(cause ?? details.error.message)
  return `\nnot ok: ${name}\n  at ${file ?? '?'}:${line ?? '?'}\n${reason.replace(/^/gm, '    ')}\n`
}
