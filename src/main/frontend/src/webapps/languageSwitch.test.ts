import { afterEach, describe, expect, it, vi } from 'vitest';
import { offerLanguage } from './languageSwitch';

afterEach(() => vi.unstubAllGlobals());

function menu(): HTMLElement {
  const list = document.createElement('ul');
  list.innerHTML = '<li class="logout"></li>';
  offerLanguage(list);
  return list;
}

describe('the menu of the account', () => {
  it('offers the other language in its own words, once', () => {
    const list = menu();

    offerLanguage(list);

    const links = list.querySelectorAll('a');
    expect(links).toHaveLength(1);
    expect(links[0]?.textContent).toBe('中文');
    expect(links[0]?.lang).toBe('zh-CN');
  });

  it('tells the server and says so when that was refused', async () => {
    const asked = vi.fn(async () => Response.json({ detail: 'No.' }, { status: 403 }));
    vi.stubGlobal('fetch', asked);
    const list = menu();

    list.querySelector('a')?.click();

    await expect.poll(() => list.querySelector('[role=alert]')?.textContent).toBe('The language could not be changed.');
    expect(asked).toHaveBeenCalledWith('/api/me/language', expect.objectContaining({ method: 'PUT', body: '{"language":"zh"}' }));
  });
});
