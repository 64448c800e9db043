import { pathParameter } from '#platform/web/address.ts'

/** A path of a resource with real values in the place of its parameters. */
export function addressesOf(path: string): string[] {
  const values: Record<string, string[]> = {
    instrument: ['pp-140', 'unga-70-125'],
    revision: ['pp-140-dubai-2018', 'pp-71-busan-2014'],
    address: ['resolves/6', 'instructs-director-bdt/0'],
    body: ['itu-sg', 'itu-council'],
    code: ['C5', 'C7.eGov'],
    number: ['9', '17'],
    country: ['TV', 'CH'],
    region: ['africa', 'cis'],
    group: ['LDC', 'SIDS'],
    target: ['9.1', '14.a'],
    objective: ['1', '5'],
  }
  const names = [...path.matchAll(pathParameter)]
  return names.reduce<string[]>(
    (paths, [whole, name = '']) =>
      paths.flatMap((one) =>
        (values[name] ?? [])
          .slice(0, name === 'revision' && path.includes(':address') ? 1 : 2)
          .map((value) => one.replace(whole, value)),
      ),
    [path],
  )
}
