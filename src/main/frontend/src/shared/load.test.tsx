import { act, cleanup, renderHook } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { useLoaded } from './load';

afterEach(cleanup);

/** Answers when the test says so. */
function server() {
  const calls: ((answer: string) => Promise<void>)[] = [];
  const ask = () => new Promise<string>(resolve => {
    calls.push(answer => act(async () => {
      resolve(answer);
      await Promise.resolve();
    }));
  });
  return { calls, ask };
}

describe('what a write has answered', () => {
  it('is not overwritten by an older answer that comes late', async () => {
    const { calls, ask } = server();
    const { result } = renderHook(() => useLoaded('KF-1', ask));
    await calls[0]!('as it was opened');
    act(() => result.current.reload());

    act(() => result.current.replace('with the note'));
    await calls[1]!('without the note');

    expect(result.current.value).toBe('with the note');
    expect(result.current.isLoading).toBe(false);
  });

  it('leaves alone what is shown by now instead', async () => {
    const { calls, ask } = server();
    const { result, rerender } = renderHook(({ of }: { of: string }) => useLoaded(of, ask), { initialProps: { of: 'KF-1' } });
    await calls[0]!('the first case');
    const late = result.current.replace;
    rerender({ of: 'KF-2' });

    act(() => late('the first case, noted'));
    await calls[1]!('the second case');
    act(() => late('the first case, noted again'));

    expect(result.current.value).toBe('the second case');
  });
});
