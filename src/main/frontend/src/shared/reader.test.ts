import { describe, expect, it, vi } from 'vitest';
import { askedOnce, onNewReader, readBy } from './reader';

describe('what a page keeps', () => {
  it('is forgotten when somebody else is logged in, and only then', () => {
    const forget = vi.fn();
    readBy('agent');
    onNewReader(forget);

    readBy('agent');
    expect(forget).not.toHaveBeenCalled();
    readBy('auditor');
    expect(forget).toHaveBeenCalledTimes(1);
  });

  it('is asked for once, and anew for the next person and after a failure', async () => {
    const ask = vi.fn<() => Promise<string>>()
      .mockRejectedValueOnce(new Error('no answer'))
      .mockResolvedValueOnce('of the agent')
      .mockResolvedValueOnce('of the auditor');
    const kept = askedOnce(ask);
    readBy('agent');

    await expect(kept()).rejects.toThrow('no answer');
    expect([await kept(), await kept()]).toEqual(['of the agent', 'of the agent']);
    readBy('auditor');

    expect(await kept()).toBe('of the auditor');
  });

  it('is not lost because an answer to the former person fails late', async () => {
    let fail: (why: Error) => void = () => undefined;
    const ask = vi.fn<() => Promise<string>>()
      .mockImplementationOnce(() => new Promise((_, reject) => {
        fail = reject;
      }))
      .mockResolvedValue('of the auditor');
    const kept = askedOnce(ask);
    readBy('agent');
    const late = kept().catch(() => 'failed');
    readBy('auditor');
    await kept();

    fail(new Error('logged out'));
    await late;
    await kept();

    expect(ask).toHaveBeenCalledTimes(2);
  });
});
