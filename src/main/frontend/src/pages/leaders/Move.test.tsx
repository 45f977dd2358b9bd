import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Move } from './Move';

const people = [
  { id: 'an', name: 'An', groups: ['agents'] },
  { id: 'bo', name: 'Bo', groups: ['agents'] }
];
const outcome = {
  moved: [{ taskId: '1', caseNumber: 'KF-2026-000001', name: 'Review return', reason: null }],
  left: [{ taskId: '2', caseNumber: 'KF-2026-000002', name: 'Approve refund', reason: 'Asked for it.' }],
  besides: 2,
  more: false
};

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** Answers each call with the next of these; returns what was sent. */
function server(...answers: (() => Response)[]): unknown[] {
  const sent: unknown[] = [];
  vi.stubGlobal('fetch', async (_: string, request: RequestInit) => {
    sent.push(JSON.parse(String(request.body)));
    return answers.shift()!();
  });
  return sent;
}

describe('moving all work of somebody', () => {
  it('shows first what would move, and then what did and why the rest stayed', async () => {
    const sent = server(() => Response.json(outcome), () => Response.json(outcome));
    const onMoved = vi.fn();
    render(<Move from="an" name="An" people={people} onMoved={onMoved} />);
    const move = screen.getByText('Move now') as HTMLButtonElement;
    expect(move.disabled).toBe(true);

    fireEvent.change(screen.getByLabelText('Who takes it over'), { target: { value: 'bo' } });
    fireEvent.click(screen.getByText('Preview'));
    await screen.findByText('Will move: tasks 1, cases 0.');
    expect(onMoved).not.toHaveBeenCalled();
    fireEvent.click(move);
    await screen.findByText('Moved: tasks 1, cases 0.');

    expect(screen.getByText('Asked for it.')).toBeTruthy();
    expect(screen.getByText(/They have 2 more/)).toBeTruthy();
    expect(sent).toMatchObject([{ from: 'an', to: 'bo', preview: true }, { from: 'an', to: 'bo', preview: false }]);
    expect(onMoved).toHaveBeenCalledOnce();
    expect(move.disabled).toBe(true);
  });

  it('asks for a new preview when the plan changes', async () => {
    server(() => Response.json(outcome));
    render(<Move from="an" name="An" people={people} onMoved={() => undefined} />);
    fireEvent.click(screen.getByText('Preview'));
    await screen.findByText('Will move: tasks 1, cases 0.');

    fireEvent.click(screen.getByLabelText('Back to their groups'));

    expect(screen.queryByText('Will move: tasks 1, cases 0.')).toBeNull();
    expect((screen.getByText('Move now') as HTMLButtonElement).disabled).toBe(true);
  });

  it('says beside the field that nobody is chosen', async () => {
    server(() => Response.json({ detail: 'Say who.', violations: [{ field: 'to', rule: 'input', message: 'Say who.' }] },
      { status: 422 }));
    render(<Move from="an" name="An" people={people} onMoved={() => undefined} />);

    fireEvent.click(screen.getByText('Preview'));
    await screen.findByText('Say who.');

    expect(screen.getByLabelText('Who takes it over').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getAllByRole('alert')).toHaveLength(1);
  });
});
