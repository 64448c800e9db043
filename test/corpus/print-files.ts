/**
 * Prints the pages below as PDF files into `files/`, with a browser. The files are committed, so that the tests need none:
 * run this only to change them (`node test/corpus/print-files.ts`). All texts are invented.
 */
import fs from 'node:fs'
import { chromium } from 'playwright-core'
import { installedBrowser } from '../../scripts/prepare-machine.ts'

const folder = new URL('files/', import.meta.url)

const style = (font: string) =>
  `<style>body{font:12pt ${font};margin:0} h1{font-size:15pt} p{margin:7pt 0} .in{margin-inline-start:36pt} .note{font-size:9pt;margin:2pt 0} .foot{border-top:1px solid;width:40%}</style>`

const long = (count: number, sentence: string) => Array.from({ length: count }, () => sentence).join(' ')

const english =
  `${style('Liberation Serif')}<body lang="en"><h1>RESOLUTION 9 (Rev. Town, 2021)</h1><h1>On the care of bridges and of those who cross them</h1>` +
  '<p>The Conference of Builders (Town, 2021),</p><p><i>recalling</i></p>' +
  '<p><i>a)</i>&emsp;Resolution 3 (Village, 2017)<sup>1</sup> on 70/125 bridges<sup>2</sup>;</p>' +
  `<p><i>b)</i>&emsp;that lamps are well-known${long(9, 'to be of use to everybody who walks at night')},</p>` +
  `<div style="height:330pt"></div><p class="foot"></p><p class="note"><sup>1</sup> Which was revised in the year after it, and in the one after that, by the same builders who had written it.</p>` +
  '<p class="note"><sup>2</sup> An invented number.</p><div style="break-after:page"></div>' +
  `<p><i>resolves</i></p><p>1&emsp;to care for ${long(14, 'bridges of stone, of wood and of iron')}:</p><p class="in">i)&emsp;in winter;</p><p class="in">ii)&emsp;in summer;</p>` +
  `<div style="height:420pt"></div><p>2&emsp;to begin this paragraph ${long(12, 'on one page and to end it on the next')}.</p>` +
  '<p><i>invites the Guild</i></p><p>to agree.</p></body>'

const arabic =
  `${style('Noto Naskh Arabic')}<body lang="ar" dir="rtl"><h1>القرار 9 (البلدة، 2021)</h1><p>إن مؤتمر بناة الجسور (البلدة، 2021)،</p><p>إذ يذكّر</p>` +
  '<p>أ ) بالقرار 140 (المراجَع في القرية، 2018) بشأن منظمة ITU-T للجسور؛</p>' +
  '<p>ب) بأن لا بد من الإنارة في 25% من الجسور، كما ورد في الفقرة 3.2 أعلاه،</p><p>يقرر</p><p>1 أن تُصان الجسور والمصابيح؛</p>' +
  '<p>2 أن يبدأ العمل بحلول عام 2030.</p></body>'

const chinese =
  `${style('Noto Sans CJK SC')}<body lang="zh"><h1>第9号决议（小镇，2021年）</h1><p>桥梁建设者大会（2021年，小镇），</p><p>忆及</p>` +
  '<p>a) 关于桥梁的第5号决议（2017年，村庄）；</p><p>做出决议</p><p>1 照管石桥、木桥和铁桥；</p><p>2 向理事会报告。</p></body>'

const columns =
  `${style('Liberation Serif')}<body lang="fr" style="font-size:10pt"><h1>Résolution sur les ponts et les lampes</h1><div style="column-count:2;column-gap:9mm">` +
  Array.from(
    { length: 22 },
    (_, index) =>
      `<p>${index + 1}&emsp;prie les bâtisseurs du pont numéro ${index + 1} de veiller à leurs lampes et d’en rendre compte à qui le demande.</p>`,
  ).join('') +
  '</div></body>'

const head = (text: string) =>
  `<div style="font:9px Liberation Serif;width:100%;text-align:center">${text}</div>`

const files = {
  'english-notes.pdf': { html: english, head: 'CB21/9-E' },
  'arabic.pdf': { html: arabic, head: '' },
  'chinese.pdf': { html: chinese, head: '' },
  'two-columns.pdf': { html: columns, head: '' },
}

const browser = await chromium.launch({
  executablePath: installedBrowser() ?? 'chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
  ],
})
const page = await browser.newPage()
for (const [name, { html, head: symbol }] of Object.entries(files)) {
  await page.setContent(`<!doctype html><html>${html}</html>`)
  const bytes = await page.pdf({
    format: 'A4',
    displayHeaderFooter: true,
    headerTemplate: head(symbol),
    footerTemplate: head('– <span class="pageNumber"></span> –'),
    margin: { top: '25mm', bottom: '25mm', left: '25mm', right: '25mm' },
  })
  fs.writeFileSync(new URL(name, folder), bytes)
}
await browser.close()
