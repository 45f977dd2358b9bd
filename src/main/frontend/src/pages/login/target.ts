const START = '/app';

/**
 * Where somebody goes after the login: to the page of ours that they wanted, never anywhere else, whatever an address says
 * that somebody else sent them.
 */
export function wanted(search: string, origin: string): string {
  const asked = new URLSearchParams(search).get('to');
  if (!asked?.startsWith('/')) {
    return START;
  }
  try {
    const address = new URL(asked, origin);
    const isOurs = address.origin === origin && isPage(address.pathname) && address.pathname !== '/app/login';
    return isOurs ? address.pathname + address.search + address.hash : START;
  } catch {
    return START;
  }
}

function isPage(path: string): boolean {
  return path === '/app' || path.startsWith('/app/') || path.startsWith('/camunda/app/');
}
