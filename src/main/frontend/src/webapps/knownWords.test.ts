import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { knowWords } from './knownWords';

const FOLDER = '/camunda/app/tasklist/locales/';
const KEY = `${FOLDER}_locales_data_zh_7-abc`;
const WORDS = '{"labels":{"CREATION_DATE":"创建日期"}}';

const load = vi.fn<(address: string) => Promise<Response>>();

beforeEach(() => {
  localStorage.clear();
  load.mockReset().mockImplementation(() => Promise.resolve(new Response(WORDS)));
  vi.stubGlobal('fetch', load);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function kept(): Record<string, unknown> {
  return JSON.parse(localStorage.getItem('camunda-web') ?? '{}') as Record<string, unknown>;
}

it('keeps the words where the application looks for them, beside what is kept there', async () => {
  localStorage.setItem('camunda-web', '{"tasklist":{"column":3}}');

  await knowWords(FOLDER, 'zh', '7-abc');

  expect(load).toHaveBeenCalledExactlyOnceWith(`${FOLDER}zh.json?bust=7-abc`);
  expect(kept()).toEqual({ tasklist: { column: 3 }, [KEY]: WORDS });
});

it('asks for nothing that it knows, and anew for the words of another release', async () => {
  await knowWords(FOLDER, 'zh', '7-abc');
  await knowWords(FOLDER, 'zh', '7-abc');
  expect(load).toHaveBeenCalledOnce();

  await knowWords(FOLDER, 'zh', '7-def');

  expect(load).toHaveBeenCalledTimes(2);
});

it.each([
  ['a server that is not there', () => Promise.reject(new TypeError('no connection'))],
  ['a file that is not there', () => Promise.resolve(new Response('gone', { status: 404 }))],
  ['a page that is no file of words', () => Promise.resolve(new Response('<html>'))]
])('lets the application start without, with %s', async (_, answer) => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  load.mockImplementation(answer);

  await knowWords(FOLDER, 'zh', '7-abc');

  expect(kept()).toEqual({});
});
