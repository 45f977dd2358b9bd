import { describe, expect, it } from 'vitest';
import { wanted } from './target';

const HOUSE = 'https://kefu.example';
const of = (to: string) => wanted(`?to=${encodeURIComponent(to)}`, HOUSE);

describe('the way on from the login', () => {
  it('is the page that was wanted, with all that its address says', () => {
    expect(of('/app/cases/KF-2026-000001?a=1#b')).toBe('/app/cases/KF-2026-000001?a=1#b');
    expect(of('/camunda/app/tasklist/default/#/?task=x')).toBe('/camunda/app/tasklist/default/#/?task=x');
  });

  it('is the start for everything that is no page of ours', () => {
    for (const elsewhere of ['https://evil.example/app/', '//evil.example/app', '/\\evil.example/app', '/app/../api/cases', '/api/cases',
      'javascript:alert(1)', '/app/login?to=/app', '/application', '', '/\t/evil.example/app/x']) {
      expect(of(elsewhere), elsewhere).toBe('/app');
    }
    expect(wanted('', HOUSE)).toBe('/app');
  });
});
