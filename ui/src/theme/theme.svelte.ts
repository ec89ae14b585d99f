// Light or dark: as the system has it, also when it changes, or as chosen.
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

let current = $state<Theme>('system');

export function theme(): Theme {
  return current;
}

export function wear(theme: Theme): void {
  current = theme;
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
}
