import { fieldId } from './FieldFrame.js';

const FOCUSABLE = 'input, select, textarea, button, summary';

function nearest(field: string): HTMLElement | null {
  for (let keys = field.split('.'); keys.length > 0; keys = keys.slice(0, -1)) {
    const found = document.getElementById(fieldId(keys));
    if (found) return found;
  }
  return null;
}

function reveal(element: HTMLElement): void {
  for (let one = element.closest('details'); one; one = one.parentElement?.closest('details') ?? null) one.open = true;
}

/** Opens whatever hides a field of the form and puts the focus on it. A rule draws its form only once it is open: hence the second look. */
export function goToField(field: string, again = true): void {
  const found = nearest(field);
  if (!found) return;
  reveal(found);
  if (found.id !== fieldId(field.split('.')) && again) {
    requestAnimationFrame(() => requestAnimationFrame(() => goToField(field, false)));
    return;
  }
  const target = found.matches(FOCUSABLE) ? found : (found.querySelector<HTMLElement>(FOCUSABLE) ?? found);
  target.focus();
  target.scrollIntoView({ block: 'center' });
}
