import { element, type Xml } from '../../export/xml.ts'
import { office, type Relationship } from '../docx-package.ts'
import type { PaperPicture } from '../paper.ts'
import { printable } from '../printable.ts'
import { pageHeight, pageRoom } from './page.ts'

/** The pictures of a paper by their places: drawn as SVG, and as PNG for programs that do not know it. */
export const pictureFiles = (place: number) => ({
  svg: { id: `svg${place + 1}`, name: `media/picture${place + 1}.svg` },
  png: { id: `png${place + 1}`, name: `media/picture${place + 1}.png` },
})

export const pictureRelationships = (count: number): Relationship[] =>
  Array.from({ length: count }, (_, place) => pictureFiles(place)).flatMap(({ svg, png }) =>
    [png, svg].map(({ id, name }) => ({ id, type: `${office}/image`, target: name })),
  )

/** A picture in its line, as wide as the page at most, with what it shows for those who do not see it. */
export function pictureXml(picture: PaperPicture, place: number, id: number): Xml {
  const { width, height } = measured(picture.svg)
  const files = pictureFiles(place)
  const size = { cx: String(width), cy: String(height) }
  const names = {
    ...{ id: String(id), name: `Picture ${place + 1}`, descr: printable(picture.description) },
  }
  return element(
    'w:drawing',
    {},
    element(
      'wp:inline',
      { distT: '0', distB: '0', distL: '0', distR: '0' },
      element('wp:extent', size),
      element('wp:docPr', names),
      element('wp:cNvGraphicFramePr', {}, element('a:graphicFrameLocks', { noChangeAspect: '1' })),
      element('a:graphic', {}, element('a:graphicData', { uri: pictureNamespace }, pic(files, names, size))),
    ),
  )
}

const pic = (
  { svg, png }: ReturnType<typeof pictureFiles>,
  names: Record<string, string>,
  size: Record<string, string>,
): Xml =>
  element(
    'pic:pic',
    {},
    element('pic:nvPicPr', {}, element('pic:cNvPr', names), element('pic:cNvPicPr', {})),
    element(
      'pic:blipFill',
      {},
      element(
        'a:blip',
        { 'r:embed': png.id },
        element(
          'a:extLst',
          {},
          element(
            'a:ext',
            { uri: '{96DAC541-7B7A-43D3-8B79-37D633B846F1}' },
            element('asvg:svgBlip', { 'r:embed': svg.id }),
          ),
        ),
      ),
      element('a:stretch', {}, element('a:fillRect', {})),
    ),
    element(
      'pic:spPr',
      {},
      element('a:xfrm', {}, element('a:off', { x: '0', y: '0' }), element('a:ext', size)),
      element('a:prstGeom', { prst: 'rect' }, element('a:avLst', {})),
    ),
  )

const pictureNamespace = 'http://schemas.openxmlformats.org/drawingml/2006/picture'

export const pictureNamespaces = {
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:pic': pictureNamespace,
  'xmlns:asvg': 'http://schemas.microsoft.com/office/drawing/2016/SVG/main',
}

/** English Metric Units: 635 in a twentieth of a point, 9,525 in a pixel of SVG. */
const perTwentieth = 635
const perPixel = 9_525

/**
 * Of the page: a higher picture would leave it half empty when it does not fit below what stands before it. Only one whose letters
 * would become too small is higher.
 */
const [usual, highest] = [0.38, 0.85]

/** In points, and how many of them a pixel is. */
const [smallestLetters, pointsPerPixel] = [7, 0.75]

/** How large a picture is on paper. */
function measured(svg: string): { width: number; height: number } {
  const head = /<svg[^>]*>/.exec(svg)?.[0] ?? ''
  const number = (name: string) => Number(new RegExp(`\\s${name}="([\\d.]{1,10})`).exec(head)?.[1] ?? 0)
  const [width, height] = [(number('width') || 600) * perPixel, (number('height') || 400) * perPixel]
  const room = { width: pageRoom * perTwentieth, height: pageHeight * perTwentieth }
  const readable = smallestLetters / pointsPerPixel / lettersIn(svg)
  const scale = Math.min(
    ...[1, room.width / width, (room.height * highest) / height],
    Math.max((room.height * usual) / height, readable),
  )
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}

/** The size of the smallest, in pixels. */
const lettersIn = (svg: string): number =>
  [...svg.matchAll(/\sfont-size="([\d.]{1,6})"/g)].reduce(
    (least, [, size]) => Math.min(least, Number(size) || least),
    16,
  )
