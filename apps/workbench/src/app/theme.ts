const KEPT = 'tracewright-theme';
type Theme = 'light' | 'dark';

const wished = (): Theme => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
export const currentTheme = (): Theme => (document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light');

export function startTheme(): void {
  const kept = localStorage.getItem(KEPT);
  document.documentElement.dataset.theme = kept === 'dark' || kept === 'light' ? kept : wished();
}

export function switchTheme(): void {
  const next: Theme = currentTheme() === 'dark' ? 'light' : 'dark';
  localStorage.setItem(KEPT, next);
  document.documentElement.dataset.theme = next;
}
