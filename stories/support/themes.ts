import barber from '../../src/styles/themes/barber.css?raw';
import dark from '../../src/styles/themes/dark.css?raw';
import light from '../../src/styles/themes/light.css?raw';

/** Custom properties of the SDK by name. */
export type Tokens = Readonly<Record<`--smp-${string}`, string>>;

/** A look that a clinic may begin with: one of the package's style sheets. */
export interface Theme {
  readonly title: string;
  readonly css: string;
}

/** The looks that a story can be shown in, by the name of their file. */
export const themes = {
  light: { title: 'Light', css: light },
  dark: { title: 'Dark', css: dark },
  barber: { title: 'Barber', css: barber },
} as const satisfies Record<string, Theme>;

/** The name of one of {@link themes}; empty for none. */
export type ThemeName = keyof typeof themes | '';

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);

/** Puts a theme on the page, in place of the one before. */
export function wear(name: ThemeName): void {
  sheet.replaceSync(name === '' ? '' : themes[name].css);
}
