/** What Tasklist edits in place and the server leaves to administrators; the styles hide what can only be edited. */
const DATE = '.due-date';

/** A date can be read and hovered, but opens no calendar that would only end in a refusal. */
export function keepDates(): void {
  window.addEventListener('click', stop, { capture: true });
  window.addEventListener('keydown', event => event.key === 'Tab' || stop(event), { capture: true });
}

function stop(event: Event): void {
  if (event.target instanceof Element && event.target.closest(DATE)) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}
