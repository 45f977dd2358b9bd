import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import type { Letter } from './api';
import { Editor } from './Editor';

const LETTER: Letter = { id: 'return-received', language: 'en', occasion: 'The return was asked for', subject: 'Your return', body: 'Dear',
  edited: false, version: 0, editedBy: null, editedAt: null, placeholders: [], shipped: { subject: 'Your return', body: 'Dear' } };

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('saves once, however often it is asked for before the answer comes', async () => {
  let saved = 0;
  vi.stubGlobal('fetch', async (_: string, request: RequestInit) => {
    if (request.method === 'PUT') {
      saved++;
      return Response.json({ ...LETTER, ...JSON.parse(String(request.body)) as object, edited: true, version: 1 });
    }
    return Response.json([]);
  });
  render(<Editor letter={LETTER} mayChange draft={{ subject: 'Your parcel', body: 'Dear' }} onDraft={() => undefined}
    onReload={() => undefined} onChanged={() => undefined} />);

  const form = screen.getByLabelText<HTMLInputElement>('Subject').form!;
  fireEvent.submit(form);
  fireEvent.submit(form);

  await screen.findByText(/^Saved/);
  expect(saved).toBe(1);
});
