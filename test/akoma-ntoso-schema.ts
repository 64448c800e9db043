import fs from 'node:fs'
import path from 'node:path'
import type { TestContext } from 'node:test'
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'
import { root } from './source-files.ts'

// The schema of OASIS is no part of the project; it stands beside it where the project is made.
const schema = path.join(root, '../shared/schemas/akoma-ntoso/akomantoso30.xsd')

let validator: XsdValidator | null = null

/** What the OASIS schema finds wrong with a document; nothing, and a word in the test's report, where the schema is absent. */
export async function akomaNtosoFaults(test: TestContext, xml: string): Promise<string[]> {
  if (!fs.existsSync(schema)) {
    test.diagnostic(`not validated: there is no ${path.relative(root, schema)} beside the project`)
    return []
  }
  validator ??= openSchema()
  const document = XmlDocument.fromString(xml)
  try {
    validator.validate(document)
    return []
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error
    return error.details.map(({ line, message }) => `line ${line}: ${message.trim()}`)
  } finally {
    document.dispose()
  }
}

function openSchema(): XsdValidator {
  xmlRegisterFsInputProviders()
  return XsdValidator.fromDoc(XmlDocument.fromBuffer(fs.readFileSync(schema), { url: schema }))
}
