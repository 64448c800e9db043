import type { Page } from 'playwright-core'

/** What axe says of an element whose contrast it leaves open. */
export type Undecided = { target: string; why: string }

/**
 * Signs instead of letters, a single letter, a run of colours, and what a box that scrolls cuts off: there axe does not compute, and
 * the rule of WCAG holds all the same.
 */
const computed = new Set(['nonBmp', 'shortTextContent', 'bgGradient', 'elmPartiallyObscured'])

/** The contrast that axe has left open, by the formula of WCAG 2.2 (1.4.3); anything that is too little, or cannot be told, is a fault. */
export async function contrastFaults(page: Page, undecided: readonly Undecided[]): Promise<string[]> {
  const faults: string[] = []
  for (const { target, why } of undecided) {
    if (!computed.has(why)) faults.push(`contrast at ${target} is not decided: ${why}`)
    else {
      const { text, backgrounds, needed, isMixed } = await page.evaluate(coloursAt, target)
      const ratio = lowestRatio(text, backgrounds)
      if (isMixed || ratio < needed)
        faults.push(
          `contrast at ${target} is ${isMixed ? 'not decided' : `${ratio.toFixed(2)} of ${needed}`}`,
        )
    }
  }
  return faults
}

type Colour = [red: number, green: number, blue: number]

/** Colours that run into each other have every one between them. */
function lowestRatio(text: Colour, backgrounds: readonly Colour[]): number {
  const letters = luminance(text)
  const all = backgrounds.map(luminance)
  const [darkest, lightest] = [Math.min(...all), Math.max(...all)]
  if (letters >= darkest && letters <= lightest) return 1
  const [low, high] = letters < darkest ? [letters, darkest] : [lightest, letters]
  return (high + 0.05) / (low + 0.05)
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const part = value / 255
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** In the browser: the colour of the letters, and each that can stand behind them, laid over each other from the page up. */
function coloursAt(target: string) {
  type Style = Record<
    'color' | 'backgroundColor' | 'backgroundImage' | 'opacity' | 'fontSize' | 'fontWeight',
    string
  >
  type Element = { parentElement: Element | null }
  type Canvas = {
    clearRect: (...place: number[]) => void
    fillRect: (...place: number[]) => void
    getImageData: (...place: number[]) => { data: Uint8ClampedArray }
    fillStyle: string
  }
  const { document, getComputedStyle } = globalThis as unknown as {
    document: {
      querySelector: (selector: string) => Element
      createElement: (name: string) => { getContext: (kind: string, options: object) => Canvas }
    }
    getComputedStyle: (element: Element) => Style
  }
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  /** Whatever way the style names it, with its opacity from 0 to 1. */
  const parsed = (colour: string): number[] => {
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = colour
    canvas.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, opacity = 0] = canvas.getImageData(0, 0, 1, 1).data
    return [red, green, blue, opacity / 255]
  }
  const over = ([red = 0, green = 0, blue = 0, opacity = 0]: number[], below: Colour): Colour => [
    red * opacity + below[0] * (1 - opacity),
    green * opacity + below[1] * (1 - opacity),
    blue * opacity + below[2] * (1 - opacity),
  ]
  const styles: Style[] = []
  const element = document.querySelector(target)
  for (let at: Element | null = element; at; at = at.parentElement) styles.unshift(getComputedStyle(at))
  const own = getComputedStyle(element)
  let backgrounds: Colour[] = [over(parsed('canvas'), [255, 255, 255])]
  for (const { backgroundColor, backgroundImage } of styles) {
    backgrounds = backgrounds.map((below) => over(parsed(backgroundColor), below))
    const stops = backgroundImage.match(/\b(?:rgba?|color|oklab|oklch|lab|lch|hsla?)\([^()]*\)/g) ?? []
    if (stops.length > 0)
      backgrounds = backgrounds.flatMap((below) => stops.map((stop) => over(parsed(stop), below)))
  }
  const [size, weight] = [Number.parseFloat(own.fontSize), Number(own.fontWeight)]
  const letters = parsed(own.color)
  return {
    text: over(letters, [255, 255, 255]),
    backgrounds,
    /** Large letters are of 18 points, or of 14 that are bold: 24 pixels, or 18⅔. */
    needed: size >= 24 || (size >= 18.66 && weight >= 700) ? 3 : 4.5,
    /** Through a part or a picture something shines that is not looked at here. */
    isMixed:
      letters[3] !== 1 ||
      styles.some(({ opacity, backgroundImage }) => opacity !== '1' || backgroundImage.includes('url(')),
  }
}
