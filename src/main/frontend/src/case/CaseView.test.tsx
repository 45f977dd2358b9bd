import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readBy } from '../shared/reader';
import { CaseView } from './CaseView';
import type { CaseFile, Offer } from './types';

const file: CaseFile = {
  caseNumber: 'KF-2026-000001', kind: 'parcel-hunt', status: 'OPEN', outcome: null, orderNumber: null, customerId: null, rma: null,
  owner: 'agent', openedBy: 'agent', openedAt: '2026-11-22T08:00:00+08:00', closedAt: null, parent: null,
  facts: { courierAsked: true, attempts: 2, where: { city: 'Hangzhou' }, nothing: null }, tasks: [], actions: ['parcel-found'],
  attachments: [], letters: [], sight: 'FULL', mayAdd: true, now: '2026-11-22T12:00:00+08:00', order: null, customer: null,
  timeline: [
    { at: '2026-11-22T08:00:00+08:00', who: 'agent', what: 'OPENED', text: null },
    { at: '2026-11-22T09:00:00+08:00', who: 'kefu', what: 'PARCEL_CHASED', text: '<img src=x onerror=alert(1)>' }
  ],
  neighbours: { ofCustomer: [], moreOfCustomer: false, linked: [] }, deadlines: [], people: { agent: 'Na Li' }, mayHandOver: false, largestFile: 10_485_760
};
const offers: Offer[] = [{
  kind: 'parcel-hunt', startable: true, start: [],
  messages: [{ name: 'parcel-found', fields: [{ name: 'shelf', type: 'TEXT', required: true, choices: [], longest: 20 }] }]
}];

type Reply = { status: number; body: unknown };
let replies: Record<string, (body: unknown) => Reply>;

beforeEach(() => {
  readBy('someone');
  replies = {
    'GET /api/cases/KF-2026-000001': () => ({ status: 200, body: file }),
    'GET /api/processes': () => ({ status: 200, body: offers })
  };
  vi.stubGlobal('fetch', vi.fn((path: string, init: RequestInit) => {
    const { status, body } = replies[`${init.method} ${path}`]!(init.body ? JSON.parse(String(init.body)) : undefined);
    return Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } }));
  }));
});

afterEach(() => {
  cleanup();
  readBy('nobody');
  vi.unstubAllGlobals();
});

describe('a case of a process that nobody has written a component for', () => {
  it('is shown with its facts, and its text is text', async () => {
    const { container } = render(<CaseView caseNumber={file.caseNumber} />);

    await screen.findByText('Parcel chased');
    expect(screen.getByText('Courier asked')).toBeTruthy();
    expect(screen.getByText('Hangzhou')).toBeTruthy();
    expect(screen.queryByText('Nothing')).toBeNull();
    expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeTruthy();
    expect(container.querySelector('img')).toBeNull();
    expect(screen.getAllByText(/Na Li/).length).toBeGreaterThan(0);
  });

  it('takes what happens to it by a form of its fields, and says beside the field what is wrong', async () => {
    const told = vi.fn<(body: unknown) => Reply>()
      .mockReturnValueOnce({ status: 422, body: { detail: 'No', violations: [{ field: 'shelf', rule: 'input', message: 'shelf is needed.' }] } })
      .mockReturnValueOnce({ status: 200, body: { ...file, actions: [], status: 'CLOSED', outcome: 'FOUND_AGAIN' } });
    replies['POST /api/cases/KF-2026-000001/messages/parcel-found'] = told;
    render(<CaseView caseNumber={file.caseNumber} />);

    fireEvent.click(await screen.findByText('Parcel found'));
    fireEvent.click(await screen.findByText('Report it'));
    const refusal = await screen.findByText('shelf is needed.');
    const input = screen.getByLabelText('Shelf');
    expect(input.getAttribute('aria-describedby')).toBe(refusal.id);
    fireEvent.input(input, { target: { value: 'A 12' } });
    fireEvent.click(screen.getByText('Report it'));

    await screen.findByText('Reported: Parcel found.');
    expect(told).toHaveBeenLastCalledWith({ shelf: 'A 12' });
    expect(screen.getByText('Found again')).toBeTruthy();
  });

  it('says that it has moved when something comes too late, and shows it as it is now', async () => {
    replies['POST /api/cases/KF-2026-000001/messages/parcel-found'] = () => {
      replies['GET /api/cases/KF-2026-000001'] = () => ({ status: 200, body: { ...file, actions: [], status: 'CLOSED', outcome: 'LOST' } });
      return { status: 409, body: { detail: 'The case does not wait for it.' } };
    };
    render(<CaseView caseNumber={file.caseNumber} />);

    fireEvent.click(await screen.findByText('Parcel found'));
    fireEvent.click(await screen.findByText('Report it'));

    await screen.findByText('Lost');
    expect(screen.getByRole('alert').textContent).toContain('The case does not wait for it.');
  });
});

describe('a file that is too large', () => {
  it('is refused before it is sent', async () => {
    render(<CaseView caseNumber={file.caseNumber} />);
    const input = await screen.findByLabelText('File');
    expect(screen.getByText(/At most 10\.0 MB/)).toBeTruthy();
    Object.defineProperty(input, 'files', { value: [new File([new Uint8Array(10_485_761)], 'film.png')] });

    fireEvent.click(screen.getByText('Add file'));

    await screen.findByText('This file is too large: at most 10.0 MB.');
  });
});

describe('what can’t be taken back', () => {
  beforeEach(() => {
    replies['GET /api/processes'] = () => ({ status: 200, body: [{ ...offers[0], messages: [{ name: 'parcel-found', fields: [] }] }] });
  });

  it('is not done by pressing Enter twice', async () => {
    render(<CaseView caseNumber={file.caseNumber} />);

    fireEvent.click(await screen.findByText('Parcel found'));
    await screen.findByText('Report it');

    await waitFor(() => expect(document.activeElement?.tagName).toBe('FORM'));
  });

  it('is left by Escape, and the focus is where it was', async () => {
    render(<CaseView caseNumber={file.caseNumber} />);
    fireEvent.click(await screen.findByText('Parcel found'));

    fireEvent.keyDown((await screen.findByText('Report it')).closest('form')!, { key: 'Escape' });

    expect(screen.queryByText('Report it')).toBeNull();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Parcel found'));
  });
});

describe('what everybody knows', () => {
  it('is not said of a return, but what is unusual is', async () => {
    const usual = { ...file, facts: { withinPolicy: true, lateParcel: false, reason: 'DEFECTIVE' } };
    replies['GET /api/cases/KF-2026-000001'] = () => ({ status: 200, body: usual });
    const { unmount } = render(<CaseView caseNumber={file.caseNumber} />);
    await screen.findByText('Reason');
    expect(screen.queryByText('Within the policy')).toBeNull();
    expect(screen.queryByText('Came after the case had ended')).toBeNull();
    unmount();

    replies['GET /api/cases/KF-2026-000001'] = () => ({ status: 200, body: { ...usual, facts: { withinPolicy: false, lateParcel: true } } });
    render(<CaseView caseNumber={file.caseNumber} />);

    await screen.findByText('Within the policy');
    expect(screen.getByText('Came after the case had ended')).toBeTruthy();
  });
});

describe('the timeline', () => {
  it('calls people by their names', async () => {
    replies['GET /api/cases/KF-2026-000001'] = () => ({ status: 200, body: { ...file, people: { agent: 'Na Li', 'r.eview': 'Lei Yang' },
      timeline: [{ at: '2026-11-22T10:00:00+08:00', who: 'agent', what: 'OWNER_CHANGED', text: 'From agent to r.eview.' },
        { at: '2026-11-22T10:00:00+08:00', who: 'agent', what: 'TASK_REASSIGNED', text: 'An agent task：由 agent 退回小组。' }] } });
    render(<CaseView caseNumber={file.caseNumber} />);

    await screen.findByText('From Na Li to Lei Yang.');
    expect(screen.getByText('An agent task：由 Na Li 退回小组。')).toBeTruthy();
  });

  it('calls a letter by its subject, and by its code where the letter is gone', async () => {
    const letter = { id: '1', template: 'return-received', language: 'en', recipient: null, subject: 'We have your request', status: 'SENT',
      failure: null, writtenAt: '2026-11-22T10:00:00+08:00', sentAt: null };
    const entry = { at: '2026-11-22T10:00:00+08:00', who: 'kefu', what: 'LETTER_WRITTEN', text: 'return-received (en), shortened' };
    replies['GET /api/cases/KF-2026-000001'] = () => ({ status: 200, body: { ...file, timeline: [entry,
      { ...entry, text: 'return-expired (zh)' }],
      letters: [{ ...letter, id: '2', subject: 'Another', writtenAt: '2026-11-20T10:00:00+08:00' }, letter] } });
    render(<CaseView caseNumber={file.caseNumber} />);

    await screen.findByText('We have your request, shortened');
    expect(screen.getByText('return-expired (zh)')).toBeTruthy();
  });
});

describe('a note', () => {
  it('stays when it is refused and when the view is built anew, and goes when it is stored', async () => {
    const noted = vi.fn<(body: unknown) => Reply>()
      .mockReturnValueOnce({ status: 422, body: { detail: 'No', violations: [{ field: 'text', rule: 'input', message: 'Too long.' }] } })
      .mockReturnValueOnce({ status: 201, body: file });
    replies['POST /api/cases/KF-2026-000001/notes'] = noted;
    const { unmount } = render(<CaseView caseNumber={file.caseNumber} />);

    fireEvent.input(await screen.findByLabelText('New note'), { target: { value: 'Called twice' } });
    fireEvent.click(screen.getByText('Add note'));
    await screen.findByText('Too long.');
    unmount();
    render(<CaseView caseNumber={file.caseNumber} />);
    const input = (await screen.findByLabelText('New note')) as HTMLTextAreaElement;
    expect(input.value).toBe('Called twice');
    fireEvent.click(screen.getByText('Add note'));

    await screen.findByText('The note is on the timeline.');
    await waitFor(() => expect((screen.getByLabelText('New note') as HTMLTextAreaElement).value).toBe(''));
  });

  it('is nobody else’s business', async () => {
    const { unmount } = render(<CaseView caseNumber={file.caseNumber} />);
    fireEvent.input(await screen.findByLabelText('New note'), { target: { value: 'Called twice' } });
    unmount();

    readBy('somebody else');
    render(<CaseView caseNumber={file.caseNumber} />);

    expect(((await screen.findByLabelText('New note')) as HTMLTextAreaElement).value).toBe('');
  });

  it('is not offered to those who only look on', async () => {
    replies['GET /api/cases/KF-2026-000001'] = () => ({ status: 200, body: { ...file, sight: 'MASKED', mayAdd: false, actions: [] } });
    render(<CaseView caseNumber={file.caseNumber} />);

    await screen.findByText('Parcel chased');
    expect(screen.queryByLabelText('New note')).toBeNull();
    expect(screen.queryByLabelText('File')).toBeNull();
  });
});

describe('a login that is over', () => {
  it('is said with a way to log in and to come back', async () => {
    replies['GET /api/cases/KF-2026-000001'] = () => ({ status: 401, body: { detail: 'Please log in.' } });
    render(<CaseView caseNumber={file.caseNumber} />);

    const link = await screen.findByRole('link', { name: 'Log in' });
    expect(link.getAttribute('href')).toContain('/app/login?to=');
  });
});
