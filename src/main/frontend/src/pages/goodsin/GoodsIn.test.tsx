import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Expected } from './desk';
import GoodsIn from './GoodsIn';

const ME = { id: 'xu', name: 'Xu', groups: [{ id: 'warehouse', name: 'Warehouse' }], language: 'en', chosenLanguage: null };

/** The returns of the server by what they are found by, and what it was told. */
let returns: Record<string, Expected[]>;
let told: string[];
let said: unknown[];
let isBroken: boolean;
let answerToTelling: (caseNumber: string) => Response;

function goods(caseNumber: string, more: Partial<Expected> = {}): Expected {
  return { caseNumber, kind: 'product-return', message: 'return-parcel-arrived', fields: {}, orderNumber: 'SO-1', goods: '1 × Cup', state: 'ON_THE_WAY', expected: true, ...more };
}

function here(caseNumber: string, by: string): Expected {
  return goods(caseNumber, { expected: false, whyNot: 'HERE_ALREADY', arrival: { at: '2026-11-22T10:00:00+08:00', by },
    task: { id: 't1', key: 'inspectGoods', name: 'Inspect goods' } });
}

beforeEach(() => {
  returns = {};
  told = [];
  said = [];
  isBroken = false;
  answerToTelling = caseNumber => {
    returns[caseNumber] = [here(caseNumber, 'xu')];
    return Response.json({});
  };
  vi.stubGlobal('fetch', async (address: string, request: RequestInit) => {
    const url = new URL(address, 'http://kefu');
    if (url.pathname === '/api/me') {
      return Response.json(ME);
    }
    if (request.method === 'POST') {
      const caseNumber = url.pathname.split('/')[3]!;
      told.push(caseNumber);
      said.push(JSON.parse(String(request.body)));
      return answerToTelling(caseNumber);
    }
    if (url.pathname === '/api/people') {
      return Response.json([{ id: 'li', name: '李娜', groups: ['warehouse'] }]);
    }
    if (isBroken) {
      return Response.json({ detail: 'The database is away.', violations: [] }, { status: 503 });
    }
    return Response.json(returns[url.searchParams.get('code') ?? ''] ?? []);
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

async function scan(code: string): Promise<HTMLInputElement> {
  const field = await screen.findByLabelText<HTMLInputElement>(/Scan or type/);
  fireEvent.input(field, { target: { value: code } });
  fireEvent.submit(field.form!);
  return field;
}

describe('the desk where parcels come in', () => {
  it('takes in what can be only one return, names its inspection, and is ready for the next', async () => {
    returns['RMA-1'] = [goods('KF-1', { rma: 'RMA-1' })];
    render(<GoodsIn />);

    const field = await scan('RMA-1');

    await screen.findByText(/KF-1 is in: 1 × Cup/);
    expect(told).toEqual(['KF-1']);
    expect(screen.getAllByText('Inspect')[0]?.getAttribute('href')).toBe('/camunda/app/tasklist/default/#/?task=t1');
    expect(field.value).toBe('');
    expect(document.activeElement).toBe(field);
  });

  it('says with the arrival which parcel of its case it is, and looks after that one', async () => {
    const first = goods('KF-1', { fields: { trackingNumber: 'T1' } });
    returns['KF-1'] = [first, goods('KF-1', { fields: { trackingNumber: 'T2' } })];
    answerToTelling = () => {
      returns['T1'] = [{ ...here('KF-1', 'xu'), fields: { trackingNumber: 'T1' } }];
      return Response.json({});
    };
    render(<GoodsIn />);

    await scan('KF-1');
    fireEvent.click(within(await screen.findByText(/· T1/).then(found => found.closest('li')!)).getByText('It is this one'));

    await screen.findByText(/KF-1 is in: 1 × Cup/);
    expect(said).toEqual([{ trackingNumber: 'T1' }]);
    expect(screen.getAllByText('Inspect').length).toBeGreaterThan(0);
  });

  it('takes in nothing while it is not said which of several it is', async () => {
    returns['YT-1'] = [goods('KF-1'), here('KF-2', 'li')];
    render(<GoodsIn />);

    await scan('YT-1');
    const choice = within(await screen.findByText(/KF-2 is in already/).then(found => found.closest('ul')!));
    expect(told).toEqual([]);
    fireEvent.click(choice.getByText('It is this one'));

    await screen.findByText(/KF-1 is in: 1 × Cup/);
    expect(told).toEqual(['KF-1']);
  });

  it('tells the slower of two who was faster', async () => {
    returns['RMA-1'] = [goods('KF-1')];
    answerToTelling = caseNumber => {
      returns[caseNumber] = [here(caseNumber, 'li')];
      return Response.json({ detail: 'Case KF-1 does not wait for return-parcel-arrived now.', violations: [] }, { status: 409 });
    };
    render(<GoodsIn />);

    await scan('RMA-1');

    await screen.findByText(/KF-1 is in already, since 2026-11-22 10:00 \(李娜\)/);
    expect(screen.getByText('Taken in here (0)')).toBeTruthy();
  });

  it('lists a parcel that is in, even if nobody can say what comes next', async () => {
    returns['RMA-1'] = [goods('KF-1', { rma: 'RMA-1' })];
    answerToTelling = () => {
      isBroken = true;
      return Response.json({});
    };
    render(<GoodsIn />);

    const field = await scan('RMA-1');

    await screen.findByText(/KF-1 is in: 1 × Cup/);
    expect(screen.getByText('Taken in here (1)')).toBeTruthy();
    expect(field.value).toBe('');
  });

  it('says why a parcel was refused, even if the return can be looked at no more', async () => {
    returns['RMA-1'] = [goods('KF-1')];
    answerToTelling = () => {
      isBroken = true;
      return Response.json({ detail: 'Auditors read, and change nothing.', violations: [] }, { status: 403 });
    };
    render(<GoodsIn />);

    await scan('RMA-1');

    await screen.findByText('Auditors read, and change nothing.');
  });

  it('says what is wrong in one line and gives the code back for the next scan to replace', async () => {
    render(<GoodsIn />);

    const field = await scan('NONSENSE');

    await screen.findByText(/“NONSENSE” belongs to no case/);
    expect(field.value).toBe('NONSENSE');
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, 8]);
  });

  it('takes parcels one after the other, however fast they are scanned, and remembers them', async () => {
    returns['A'] = [goods('KF-1')];
    returns['B'] = [goods('KF-2')];
    render(<GoodsIn />);

    await scan('A');
    await scan('B');

    await screen.findByText('Taken in here (2)');
    expect(told).toEqual(['KF-1', 'KF-2']);
    cleanup();
    render(<GoodsIn />);
    await screen.findByText('Taken in here (2)');
  });
});
