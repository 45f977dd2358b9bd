import { Problem } from '../../shared/api';

const DOOR = '/camunda/api/admin/auth/user/default/login/tasklist';
const TOKEN = 'X-XSRF-TOKEN';

/**
 * Logs in where Tasklist and Cockpit do: it is one login for everything. That door wants a token against forgeries, which
 * comes with any page of the web applications in a header.
 *
 * @throws Problem 401 for a wrong name or password, 429 after too many
 */
export async function logIn(name: string, password: string): Promise<void> {
  try {
    const page = await fetch('/camunda/app/tasklist/default/', { credentials: 'same-origin', headers: { Accept: 'text/html' } });
    const answer = await fetch(DOOR, {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json',
        'Content-Type': 'application/x-www-form-urlencoded',
        'X-Requested-With': 'XMLHttpRequest',
        ...(page.headers.get(TOKEN) ? { [TOKEN]: page.headers.get(TOKEN)! } : {})
      },
      body: new URLSearchParams({ username: name, password })
    });
    if (!answer.ok) {
      throw await problemOf(answer);
    }
  } catch (failure) {
    throw failure instanceof Problem ? failure : new Problem(0, '');
  }
}

async function problemOf(answer: Response): Promise<Problem> {
  try {
    const said = (await answer.json()) as { detail?: string; message?: string };
    return new Problem(answer.status, said.detail ?? said.message ?? '');
  } catch {
    return new Problem(answer.status, '');
  }
}
