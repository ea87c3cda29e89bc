const KEY = 'cleancopy-theme';
const themes = ['', 'light', 'dark'] as const;
const names: Readonly<Record<string, string>> = {
  '': 'Theme: auto',
  light: 'Theme: light',
  dark: 'Theme: dark',
};

/** Lets a button choose between the colours of the system, light and dark. */
export function startTheme(button: HTMLElement): void {
  const apply = (theme: string): void => {
    document.documentElement.dataset['theme'] = theme;
    button.textContent = names[theme] ?? names[''];
  };
  const current = (): string => document.documentElement.dataset['theme'] ?? '';
  apply(read());
  button.addEventListener('click', () => {
    const next = themes[(themes.findIndex((theme) => theme === current()) + 1) % themes.length];
    apply(next);
    try {
      localStorage.setItem(KEY, next);
    } catch {
      // without storage the choice lasts as long as the page is open
    }
  });
}

function read(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}
