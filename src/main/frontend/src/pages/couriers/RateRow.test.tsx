import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Rate } from './api';
import { RateRow } from './RateRow';

const rate: Rate = { province: '浙江', city: null, reached: true, firstWeightGrams: 1000, firstFee: '8.00', stepGrams: 500, stepFee: '2.00', days: 2,
  source: 'TABLE', asOf: null, version: 3 };

function opened(...answers: Response[]) {
  const bodies: unknown[] = [];
  vi.stubGlobal('fetch', async (_: string, request: RequestInit) => {
    bodies.push(JSON.parse(String(request.body)));
    return answers[Math.min(bodies.length, answers.length) - 1]!.clone();
  });
  const said = { saved: vi.fn(), lost: vi.fn(), cancelled: vi.fn() };
  render(<table><tbody><RateRow courier="YTO" rate={rate} today="2026-11-22" onSaved={said.saved} onLost={said.lost} onCancel={said.cancelled} /></tbody></table>);
  return { bodies, said, fee: screen.getByLabelText('Fee for the first weight (浙江)') as HTMLInputElement };
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('a row in its inputs', () => {
  it('says beside the field what is wrong with it, and keeps what was typed', async () => {
    const refusal = { detail: 'No', violations: [{ field: 'firstFee', rule: 'input', message: 'firstFee must be an amount.' }] };
    const { fee, said, bodies } = opened(Response.json(refusal, { status: 422 }), Response.json({ ...rate, version: 4 }));

    fireEvent.input(fee, { target: { value: 'much' } });
    fireEvent.click(screen.getByText('Save'));

    const words = await screen.findByText('firstFee must be an amount.');
    expect(fee.getAttribute('aria-describedby')).toBe(words.id);
    expect(fee.value).toBe('much');
    await waitFor(() => expect(document.activeElement).toBe(fee));
    fireEvent.input(fee, { target: { value: '9.00' } });
    fireEvent.keyDown(fee, { key: 'Enter' });
    await waitFor(() => expect(said.saved).toHaveBeenCalledWith({ ...rate, version: 4 }));
    expect(bodies[1]).toMatchObject({ province: '浙江', firstFee: '9.00', version: 3 });
  });

  it('does not overwrite what somebody else changed meanwhile, but says so', async () => {
    const { said } = opened(Response.json({ detail: 'It was changed.' }, { status: 409 }));

    fireEvent.click(screen.getByText('Save'));

    await waitFor(() => expect(said.lost).toHaveBeenCalled());
    expect(said.saved).not.toHaveBeenCalled();
  });

  it('is left by Escape, and nothing is sent', () => {
    const { fee, said, bodies } = opened(Response.json(rate));

    fireEvent.keyDown(fee, { key: 'Escape' });

    expect(said.cancelled).toHaveBeenCalled();
    expect(bodies).toEqual([]);
  });
});
