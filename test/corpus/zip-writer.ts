import { crc32, deflateRawSync } from 'node:zlib'

/** A ZIP file made by hand, for what no writer of Word files would write. `claim` lies about the unfolded size. */
export function zipOf(
  entries: { name: string; content: string | Uint8Array; claim?: number; flags?: number }[],
): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, claim, flags = 0 } of entries) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const fields = {
      name: Buffer.from(name),
      crc: crc32(bytes),
      packed: packed.length,
      size: claim ?? bytes.length,
      flags,
    }
    const local = Buffer.concat([localHeader(fields), packed])
    locals.push(local)
    directory.push(directoryHeader(fields, offset))
    offset += local.length
  }
  return Buffer.concat([
    ...locals,
    ...directory,
    directoryEnd(entries.length, offset, Buffer.concat(directory).length),
  ])
}

type Fields = { name: Buffer; crc: number; packed: number; size: number; flags: number }

function localHeader({ name, crc, packed, size, flags }: Fields): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(flags, 6)
  header.writeUInt16LE(8, 8)
  header.writeUInt32LE(crc, 14)
  header.writeUInt32LE(packed, 18)
  header.writeUInt32LE(size, 22)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, name])
}

function directoryHeader({ name, crc, packed, size, flags }: Fields, offset: number): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(20, 6)
  header.writeUInt16LE(flags, 8)
  header.writeUInt16LE(8, 10)
  header.writeUInt32LE(crc, 16)
  header.writeUInt32LE(packed, 20)
  header.writeUInt32LE(size, 24)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt32LE(offset, 42)
  return Buffer.concat([header, name])
}

function directoryEnd(count: number, offset: number, size: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return end
}
