import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy } from '@fastify/busboy'
import { Refusal } from '../errors.ts'
import type { FileField } from './form-resource.ts'

/** What was sent: texts in their order, and files by field. */
export type Posted = {
  fields: [name: string, value: string][]
  uploads: Record<string, { name: string; bytes: Uint8Array; isTooLarge: boolean }>
  kind: 'form' | 'json'
}

/** What the form itself carries along in a field whose name begins with an underscore. */
export const ownField = ({ fields }: Posted, name: string): string | null =>
  fields.find(([field]) => field === name)?.[1] ?? null

const limits = { fieldNameSize: 200, fieldSize: 256 * 1024, fields: 5000, headerPairs: 100, parts: 5010 }
const textLimitBytes = 4 * 1024 * 1024

/** Reads the body of a POST within bounds, whatever is sent. Files are taken only for the fields that are named. */
export async function readPosted(request: Request, files: Record<string, FileField>): Promise<Posted> {
  const type = request.headers.get('Content-Type') ?? ''
  if (request.body === null) return { fields: [], uploads: {}, kind: 'form' }
  if (/^application\/json\b/i.test(type)) return readJson(request)
  if (/^(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type))
    return readForm(request, type, files)
  throw new Refusal(415, 'error.sent.type')
}

async function readForm(request: Request, type: string, files: Record<string, FileField>): Promise<Posted> {
  const posted: Posted = { fields: [], uploads: {}, kind: 'form' }
  const fileLimit = Math.max(0, ...Object.values(files).map(({ limitBytes }) => limitBytes))
  const parser = openParser(type, fileLimit, Object.keys(files).length)
  let isTooMuch = false
  parser.on('field', (name, value, nameCut, valueCut) => {
    if (nameCut || valueCut) isTooMuch = true
    posted.fields.push([name, value])
  })
  for (const limit of ['fieldsLimit', 'partsLimit', 'filesLimit'] as const)
    parser.on(limit, () => (isTooMuch = true))
  parser.on('file', (name, stream, fileName) => {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => name in files && chunks.push(chunk))
    stream.on('end', () => {
      const bytes = Buffer.concat(chunks)
      if (name in files && (fileName || bytes.length > 0))
        posted.uploads[name] = {
          name: fileName ?? '',
          bytes,
          isTooLarge: stream.truncated || bytes.length > (files[name]?.limitBytes ?? 0),
        }
    })
    // What is wrong with a part ends the whole body; the parser tells it below.
    stream.on('error', () => {})
  })
  const most = textLimitBytes + fileLimit * Object.keys(files).length
  await pipeline(bounded(request, most), parser).catch((error: unknown) => {
    throw error instanceof Refusal ? error : new Refusal(400, 'error.sent.broken')
  })
  if (isTooMuch) throw new Refusal(413, 'error.sent.large')
  return posted
}

function openParser(type: string, fileSize: number, files: number) {
  try {
    return new Busboy({ headers: { 'content-type': type }, limits: { ...limits, fileSize, files } })
  } catch {
    // A multipart body without a boundary and the like.
    throw new Refusal(400, 'error.sent.broken')
  }
}

async function* bounded(request: Request, most: number): AsyncGenerator<Uint8Array> {
  let read = 0
  for await (const chunk of Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0])) {
    read += (chunk as Uint8Array).length
    if (read > most) throw new Refusal(413, 'error.sent.large')
    yield chunk as Uint8Array
  }
}

/** `{"title": "…", "languages": ["fr", "ru"]}`: the same fields as the form. */
async function readJson(request: Request): Promise<Posted> {
  const { value: body } = await readJsonValue(request, textLimitBytes)
  const fields: Posted['fields'] = []
  for (const [name, value] of Object.entries(body)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one === null) continue
      if (!['string', 'number', 'boolean'].includes(typeof one)) throw new Refusal(400, 'error.sent.broken')
      fields.push([name, String(one)])
    }
  }
  return { fields, uploads: {}, kind: 'json' }
}

/** A body that is an object of JSON, of so many bytes at most. */
export async function readJsonValue(
  request: Request,
  mostBytes: number,
): Promise<{ text: string; value: Record<string, unknown> }> {
  const text = (await wholeBody(request, mostBytes)).toString('utf8')
  return { text, value: parsed(text) }
}

/** Pieces of a body cost more than what most bodies hold, so one that says how long it is, as it must then be, is read whole. */
async function wholeBody(request: Request, mostBytes: number): Promise<Buffer> {
  const said = request.headers.get('Content-Length')
  if (said !== null && Number(said) <= mostBytes) return Buffer.from(await request.arrayBuffer())
  const chunks: Uint8Array[] = []
  for await (const chunk of bounded(request, mostBytes)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>
  } catch {
    // Not JSON at all: the same answer as for JSON of another shape.
  }
  throw new Refusal(400, 'error.sent.broken')
}
