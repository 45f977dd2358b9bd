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
  neighbours: { ofCustomer: [], moreOfCustomer: false, linked: [] }, deadlines: [], people: { agent: 'Na Li' }, mayHandOver: false
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
