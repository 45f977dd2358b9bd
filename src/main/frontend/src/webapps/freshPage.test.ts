import { afterEach, expect, it, vi } from 'vitest';
import { keepFresh } from './freshPage';

const LOGIN = '<div class="form-signin"></div>';
const LOGGED_IN = '<div cam-widget-header><ul class="account"></ul></div>';

afterEach(() => {
  document.body.innerHTML = '';
});

async function shows(...pages: readonly string[]): Promise<void> {
  for (const page of pages) {
    document.body.innerHTML = page;
    await new Promise(done => setTimeout(done));
  }
}

it('is loaded anew for whoever logs in after somebody else', async () => {
  const loadAnew = vi.fn();
  keepFresh(document.body, () => false, loadAnew);

  await shows(LOGGED_IN, '', LOGIN);
  expect(loadAnew).not.toHaveBeenCalled();
  await shows('', LOGGED_IN);

  expect(loadAnew).toHaveBeenCalledOnce();
});

it('stays for the first who logs in, unless they read another language', async () => {
  const stays = vi.fn();
  const changes = vi.fn();
  keepFresh(document.body, () => false, stays);
  keepFresh(document.body, () => true, changes);

  await shows(LOGIN, '', LOGGED_IN);

  expect(stays).not.toHaveBeenCalled();
  expect(changes).toHaveBeenCalledOnce();
});
