import { describe, expect, it } from 'vitest';
import { provinceName, PROVINCES } from './provinces';

describe('a province', () => {
  it('is called so that both kinds of readers know it, however it is written', () => {
    expect(PROVINCES).toHaveLength(34);
    expect(provinceName('浙江')).toBe('浙江 Zhejiang');
    expect(provinceName('广西壮族自治区')).toBe('广西壮族自治区 Guangxi');
    expect(provinceName('Atlantis')).toBe('Atlantis');
  });
});
