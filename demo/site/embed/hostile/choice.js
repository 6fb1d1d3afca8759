/** One foreign style sheet at a time, after the page's own. */
const link = document.createElement('link');
link.rel = 'stylesheet';

for (const radio of document.querySelectorAll('[name="sheet"]')) {
  radio.addEventListener('change', () => {
    link.href = radio.value;
    if (radio.value) document.head.append(link);
    else link.remove();
  });
}
