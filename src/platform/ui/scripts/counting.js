// While one writes: how many words, in Chinese how many characters, a text has of those that it may have.
const words = /[^\s\p{P}\p{S}]\S*/gu

for (const field of document.querySelectorAll('.counted')) {
  const input = field.querySelector('textarea, input')
  const counter = field.querySelector('.counter')
  input.addEventListener('input', () => {
    const length =
      field.dataset.measure === 'words'
        ? (input.value.match(words) ?? []).length
        : Array.from(input.value.replaceAll(/\s/gu, '')).length
    counter.querySelector('.counter-now').textContent = String(length)
    counter.classList.toggle('too-long', length > Number(field.dataset.limit))
  })
}
