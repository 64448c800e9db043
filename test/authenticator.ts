import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'

type Options = Record<string, unknown>

/**
 * A security key made of software (ES256): makes passkeys and signs with them as WebAuthn says, so that a whole ceremony
 * runs without a browser. Everything it says can be bent, to see that a bent answer is refused.
 */
export class Authenticator {
  readonly #keys = new Map<string, { key: KeyObject; user: string }>()
  /** The site that the browser says it is at. */
  origin: string
  counter = 0
  /** Whether the person showed a finger, a face or a PIN. */
  isVerified = true

  constructor(origin: string) {
    this.origin = origin
  }

  /** Answers `navigator.credentials.create`, as the script of the site sends it. */
  create(options: Options): string {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const id = randomBytes(32)
    const user = (options['user'] as { id: string }).id
    this.#keys.set(id.toString('base64url'), { key: privateKey, user })
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    const cose = cborMap([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ])
    const length = Buffer.alloc(2)
    length.writeUInt16BE(id.length)
    const attested = Buffer.concat([Buffer.alloc(16), length, id, cose])
    const data = this.#data((options['rp'] as { id: string }).id, 0x40, attested)
    const attestation = cborMap([
      ['fmt', 'none'],
      ['attStmt', cborMap([])],
      ['authData', data],
    ])
    return JSON.stringify({
      id: id.toString('base64url'),
      rawId: id.toString('base64url'),
      type: 'public-key',
      response: {
        clientDataJSON: this.#client('webauthn.create', options).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['usb'],
      },
      clientExtensionResults: {},
    })
  }

  /** Answers `navigator.credentials.get` with the first passkey that it has. */
  get(options: Options): string {
    const [id = '', { key, user } = { key: null, user: '' }] = [...this.#keys][0] ?? []
    if (key === null) throw new Error('no passkey')
    this.counter += 1
    const data = this.#data(String(options['rpId']), 0, Buffer.alloc(0))
    const client = this.#client('webauthn.get', options)
    const signature = sign('sha256', Buffer.concat([data, sha256(client)]), key)
    return JSON.stringify({
      id,
      rawId: id,
      type: 'public-key',
      response: {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
        userHandle: user,
      },
      clientExtensionResults: {},
    })
  }

  #client(type: string, options: Options): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge: options['challenge'], origin: this.origin }))
  }

  #data(host: string, flag: number, attested: Buffer): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(this.counter)
    const flags = Buffer.from([0x01 | (this.isVerified ? 0x04 : 0) | flag])
    return Buffer.concat([sha256(Buffer.from(host)), flags, counter, attested])
  }
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest()

type Cbor = number | string | Buffer | { cbor: Buffer }

/** As much of CBOR (RFC 8949) as a passkey needs. The authenticator data is bytes; a nested map stands as it is. */
function cborMap(entries: [number | string, Cbor][]): Buffer {
  const nested = (key: number | string, value: Cbor) =>
    key === 'attStmt' ? (value as Buffer) : cborOf(value)
  return Buffer.concat([
    head(5, entries.length),
    ...entries.flatMap(([key, value]) => [cborOf(key), nested(key, value)]),
  ])
}

function cborOf(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  return Buffer.isBuffer(value) ? Buffer.concat([head(2, value.length), value]) : value.cbor
}

function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length])
  if (length < 256) return Buffer.from([(major << 5) | 24, length])
  return Buffer.from([(major << 5) | 25, length >> 8, length & 255])
}
