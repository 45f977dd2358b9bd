const LOGIN = '.form-signin';
const ACCOUNT = '[cam-widget-header] .account';

/**
 * The web applications log people out and in without loading their page anew, and what it knows belongs to the last of
 * them: their language, their menu, what they had begun to write. Whoever logs in gets a page that knows nothing of it.
 *
 * @param isStale whether the page would be another one for whoever looks at it now
 * @param loadAnew loads it
 */
export function keepFresh(page: Element, isStale: () => boolean, loadAnew: () => void): void {
  let wasLoggedIn = false;
  let isLoggingIn = false;
  new MutationObserver(() => {
    const asksForLogin = page.querySelector(LOGIN) !== null;
    const isLoggedIn = page.querySelector(ACCOUNT) !== null;
    if (isLoggingIn && !asksForLogin && isLoggedIn && (wasLoggedIn || isStale())) {
      loadAnew();
    }
    if (asksForLogin || isLoggedIn) {
      isLoggingIn = asksForLogin;
    }
    wasLoggedIn ||= isLoggedIn && !asksForLogin;
  }).observe(page, { subtree: true, childList: true });
}
