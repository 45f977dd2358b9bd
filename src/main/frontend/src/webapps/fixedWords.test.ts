import { afterEach, describe, expect, it } from 'vitest';
import { keepTranslating, peoplesNames, translate } from './fixedWords';

afterEach(() => {
  document.body.innerHTML = '';
});

function shown(html: string): HTMLElement {
  document.body.innerHTML = html;
  return document.body;
}

describe('English that stands in the scripts', () => {
  it('is said in Chinese where the application writes itself', () => {
    const page = shown('<div class="fjs-container"><div class="fjs-form-field-error"><ul><li>Field is required.</li>'
      + '<li>Field must have maximum value of 12.5.</li></ul></div>'
      + '<button class="fjs-repeat-row-remove" aria-label="Remove list item 3"></button></div>');

    translate(page);

    expect([...page.querySelectorAll('li')].map(each => each.textContent)).toEqual(['此项必填。', '不得大于 12.5。']);
    expect(page.querySelector('button')?.getAttribute('aria-label')).toBe('移除第 3 行');
  });

  it('stays where a person wrote it', () => {
    const page = shown('<div class="fjs-container"><p>Field is required.</p><div class="note">Actions</div></div>');

    translate(page);

    expect(page.textContent).toBe('Field is required.Actions');
  });

  it('stays in the rules of a table, where it is somebody’s own', () => {
    const page = shown('<div class="dmn-decision-table-container"><table><thead><tr><th>When<i class="input-label">When</i></th></tr></thead>'
      + '<tbody><tr><td>And</td><td><span>Then</span></td></tr></tbody></table></div>');

    translate(page);

    expect(page.textContent).toBe('当WhenAndThen');
  });

  it('keeps what a pattern carries, whatever it is', () => {
    const page = shown('<div class="fjs-form-field-error"><li>Field must match pattern ^\\$&\\d+$.</li></div>');

    translate(page);

    expect(page.textContent).toBe('须符合格式 ^\\$&\\d+$。');
  });

  it('is found also when it appears later or changes', async () => {
    const page = shown('<ul class="fjs-form-field-error"></ul>');
    keepTranslating(page);

    const item = document.createElement('li');
    item.textContent = 'Field is required.';
    page.querySelector('ul')?.append(item);

    await expect.poll(() => item.textContent).toBe('此项必填。');
    (item.firstChild as Text).data = 'Field must have minimum length of 3.';
    await expect.poll(() => item.textContent).toBe('至少填写 3 个字符。');
  });
});

describe("a person's name", () => {
  it.each([
    ['娜 李', '李娜'],
    ['建国 胡', '胡建国'],
    ['Ann Lee', 'Ann Lee'],
    ['娜 Lee', '娜 Lee'],
    ['agent', 'agent']
  ])('%s stands as %s in the menu of the account', (written, shownAs) => {
    const page = shown(`<li class="account"><a class="dropdown-toggle"><span class="glyphicon"></span>\n  ${written}\n</a></li>`);

    translate(page, [peoplesNames]);
    translate(page, [peoplesNames]);

    expect(page.querySelector('a')?.textContent.trim()).toBe(shownAs);
  });

  it('stays as it is elsewhere', () => {
    const page = shown('<p>娜 李</p>');

    translate(page, [peoplesNames]);

    expect(page.textContent).toBe('娜 李');
  });
});
