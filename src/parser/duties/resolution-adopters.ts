/** Ids of the organs that number the resolutions they adopt. */
export const resolutionAdopters = [
  'itu-pp',
  'wtsa',
  'wtdc',
  'ra',
  'wrc',
  'itu-council',
  'unga',
  'ecosoc',
  'hrc',
  'unsc',
] as const
