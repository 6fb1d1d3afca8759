import { css } from 'lit';

/**
 * The public tokens with their defaults, and what is derived from them. An accent's lightness is clamped, so that text
 * on it and text in it stay readable (4.5 to 1) whatever colour a clinic sets.
 */
export const tokenStyles = css`
  :host {
    --_surface: var(--smp-surface, light-dark(#fff, #17191b));
    --_text: var(--smp-text, light-dark(#1b1e20, #eceeef));
    --_radius: var(--smp-radius, 0.625em);
    --_accent: var(--smp-accent, #17635c);
    --_fill: oklch(from var(--_accent) min(l, 0.48) calc(min(c, 0.26) * min(1, 0.48 / l)) h / 1);
    --_ink: light-dark(
      oklch(from var(--_fill) min(l, 0.45) c h),
      oklch(from var(--_accent) max(l, 0.8) min(c, 0.13) h / 1)
    );
    --_tint: color-mix(in oklab, var(--_ink) 9%, var(--_surface));
    --_muted: color-mix(in oklab, var(--_text) 70%, var(--_surface));
    --_line: color-mix(in oklab, var(--_text) 16%, var(--_surface));
    --_edge: color-mix(in oklab, var(--_text) 52%, var(--_surface));
    --_ghost: color-mix(in oklab, var(--_text) 7%, var(--_surface));
    --_danger: var(--smp-danger, light-dark(#b3261e, #ff8f85));
    --_focus: var(--smp-focus, light-dark(#0b57d0, #a8c7fa));
  }

  /* Paper is white. */
  @media print {
    :host {
      color-scheme: light !important;
      --_surface: #fff;
      --_text: #000;
      --_ink: #000;
      --_danger: #000;
    }
  }
`;
