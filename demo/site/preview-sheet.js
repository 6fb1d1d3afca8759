// Draws every kind of design with one picker, picture by picture.
const picker = document.querySelector('smp-hairline-picker');
const progress = document.querySelector('#progress');
const main = document.querySelector('main');

const shapes = [
  'natural-rounded',
  'straight',
  'widows-peak',
  'mature-receded',
  'juvenile-low',
  'm-shape',
  'round',
  'rectangular',
];
const edges = ['soft-broken', 'medium', 'defined'];
const shades = ['shade-1', 'shade-2', 'shade-3', 'shade-4', 'shade-5'];
const skins = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const patterns = [
  'norwood-1',
  'norwood-3',
  'norwood-3-vertex',
  'norwood-4',
  'norwood-5',
  'norwood-7',
  'ludwig-2',
  'diffuse',
  'aa-patchy',
  'aa-totalis',
  'scar-fut',
];
const temples = { 'soft-broken': 'soft', medium: 'medium', defined: 'defined' };

/** Headings, and what each of their pictures shows: attributes of the picker. */
const groups = [
  ['Shape and edge', shapes.flatMap((shape) => edges.map((edge) => ({ shape, edge, temples: temples[edge] })))],
  ['Shape from above', shapes.map((shape) => ({ shape, view: 'top', edge: 'medium' }))],
  ['Shape from the side', shapes.map((shape) => ({ shape, view: 'left', edge: 'medium' }))],
  [
    'Skin and shade',
    skins.flatMap((skin) => shades.map((shade) => ({ skin, shade, hair: shade, edge: 'medium', density: 'full' }))),
  ],
  ['Density', ['light', 'natural', 'full', 'bold', '20', '130'].map((density) => ({ density, view: 'front' }))],
  [
    'Hair that is left',
    patterns.flatMap((pattern) => ['quarter', 'top', 'back'].map((view) => ({ pattern, view, stage: 'before' }))),
  ],
  ['Sides', ['front', 'quarter', 'left', 'right', 'top', 'back'].map((view) => ({ view, density: 'full' }))],
  [
    'Moments',
    ['before', 'session-1', 'session-2', 'session-3', 'healed', 'years-1', 'years-3', 'years-5'].map((stage) => ({
      stage,
      view: 'front',
    })),
  ],
  ['Other dots', [1, 2, 3, 4].map((seed) => ({ seed, view: 'front', edge: 'medium' }))],
];
const usual = {
  shape: 'natural-rounded',
  edge: 'soft-broken',
  temples: 'soft',
  shade: 'shade-4',
  hair: 'shade-4',
  density: 'natural',
  view: 'quarter',
  pattern: 'norwood-5',
  stage: 'healed',
  skin: 4,
  seed: 1,
};

await customElements.whenDefined('smp-hairline-picker');
const all = groups.reduce((sum, [, pictures]) => sum + pictures.length, 0);
const only = new URLSearchParams(location.search).get('group');
let drawn = 0;
for (const [title, pictures] of groups) {
  if (only && !title.toLowerCase().startsWith(only.toLowerCase())) continue;
  const heading = document.createElement('h2');
  heading.textContent = title;
  const section = document.createElement('section');
  main.append(heading, section);
  for (const shown of pictures) {
    Object.assign(picker, usual, shown);
    const picture = await picker.picture();
    const figure = document.createElement('figure');
    const canvas = document.createElement('canvas');
    canvas.width = picture.width;
    canvas.height = picture.height;
    canvas.getContext('2d').drawImage(picture, 0, 0);
    picture.close();
    const caption = document.createElement('figcaption');
    caption.textContent = Object.values(shown).join(' · ');
    figure.append(canvas, caption);
    section.append(figure);
    drawn++;
    progress.textContent = `${drawn} of ${all}`;
  }
}
progress.textContent = `${drawn} pictures`;
document.documentElement.dataset.ready = 'true';
