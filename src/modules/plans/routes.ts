import type { Site } from '#platform/web/site.ts'

export function routes(_site: Site): void {}
