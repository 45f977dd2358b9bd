/**
 * English that stands in the scripts of the web applications instead of in their files of words: what a form says of a
 * wrong input, the names of the applications, the criteria of a filter. In Chinese it is replaced where it is shown, and
 * only where the applications write themselves, so that nobody's own words are touched.
 */
export interface Place {
  /** The elements in whose own text, placeholder, title and label the words are looked for. */
  readonly within: string;
  readonly words: Readonly<Record<string, string>>;
  readonly patterns?: readonly (readonly [RegExp, string])[];
}

/** Everything that is known, by where it stands. Tests look each of them up in the scripts. */
export const places: readonly Place[] = [
  {
    within: '.fjs-form-field-error, .fjs-form-field-error *',
    words: {
      'Field is required.': '此项必填。',
      'Field must be a valid email.': '请填写有效的邮箱地址。',
      'Field must be a valid  international phone number. (e.g. +4930664040900)': '请填写带国家代码的电话号码，例如 +8613800138000。',
      'Value is not a number.': '请填写数字。'
    },
    patterns: [
      [/^Field must match pattern (.+)\.$/, '须符合格式 $1。'],
      [/^Field must have minimum value of (.+)\.$/, '不得小于 $1。'],
      [/^Field must have maximum value of (.+)\.$/, '不得大于 $1。'],
      [/^Field must have minimum length of (.+)\.$/, '至少填写 $1 个字符。'],
      [/^Field must have maximum length of (.+)\.$/, '最多填写 $1 个字符。'],
      [/^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/, '该值无效，最接近的有效值为 $1 和 $2。']
    ]
  },
  {
    within: '.fjs-select-placeholder, .fjs-dropdownlist-empty, .fjs-repeat-render-add, .fjs-table-empty, .fjs-table-td, '
      + '.fjs-container button, .fjs-container input',
    words: {
      'Select': '请选择',
      'Search': '搜索',
      'No results': '没有结果',
      'All values selected': '已全部选择',
      'Add new': '添加一行',
      'Nothing to show.': '没有内容。',
      'Remove tag': '移除',
      'Increment': '加一',
      'Decrement': '减一',
      'Next page': '下一页',
      'Previous page': '上一页'
    },
    patterns: [[/^Remove list item (\d+)$/, '移除第 $1 行']]
  },
  {
    within: '.app-switch .dropdown-menu a',
    words: { 'Tasklist': '任务列表', 'Cockpit': '流程监控', 'Admin': '系统管理', 'Welcome': '首页' }
  },
  {
    within: '.tooltip-inner',
    words: { 'Toggle this section': '展开或收起此部分' }
  },
  {
    within: 'input.form-control',
    words: { 'Jonny': '例如：敏', 'Prosciutto': '例如：张', 'j.prosciutto@acme.org': '例如：zhang.min@example.cn' }
  },
  {
    within: '.navigation button',
    words: { 'zoom in': '放大', 'zoom out': '缩小', 'reset zoom': '恢复原大小' }
  },
  {
    within: '.actions',
    words: { 'Actions': '操作' }
  },
  {
    within: 'span.null-value',
    words: { 'null': '空值' }
  },
  {
    // What stands in the rules, and the name of a column, somebody in the department wrote
    within: '.dmn-decision-table-container thead *:not(.input-label):not(.output-label), .dmn-decision-table-container .dms-label',
    words: {
      'Hit policy:': '命中策略：',
      'When': '当',
      'And': '且',
      'Then': '则',
      'Annotations': '备注',
      'Input type': '输入类型',
      'Input values': '输入的取值',
      'Output label': '输出名称',
      'Output name': '输出标识',
      'Output type': '输出类型',
      'Output values': '输出的取值'
    }
  },
  {
    within: '.dmn-decision-table-container thead *, .decision-table-name',
    words: {},
    patterns: [
      [/^Decision name: (.+)$/, '决策名称：$1'],
      [/^Input label: (.+)$/, '输入名称：$1'],
      [/^Input expression: (.+)$/, '输入表达式：$1']
    ]
  },
  {
    within: '.hit-policy, .hit-policy-value',
    words: {
      'Unique': '唯一',
      'No overlap is possible and all rules are disjoint. Only a single rule can be matched': '规则互不重叠，只会有一条匹配',
      'First': '首条',
      'Rules may overlap. The first matching rule will be chosen': '规则可以重叠，采用第一条匹配的规则',
      'Priority': '优先',
      'Rules may overlap. The one with the highest priority will be chosen': '规则可以重叠，采用优先级最高的规则',
      'Any': '任意',
      'Rules may overlap. Their output have to match': '规则可以重叠，但输出必须相同',
      'Collect': '汇总',
      'Collects the values of all matching rules': '汇总所有匹配规则的值',
      'Collect (Sum)': '汇总（求和）',
      'Collects the values of all matching rules and sums up to a single value': '汇总所有匹配规则的值并求和',
      'Collect (Min)': '汇总（最小值）',
      'Collects the values of all matching rules and uses the lowest value': '汇总所有匹配规则的值并取最小值',
      'Collect (Max)': '汇总（最大值）',
      'Collects the values of all matching rules and uses the highest value': '汇总所有匹配规则的值并取最大值',
      'Collect (Count)': '汇总（计数）',
      'Collects the values of all matching rules and counts the number of them': '汇总所有匹配的规则并计数',
      'Rule order': '按规则顺序',
      'Collects the values of all matching rules in rule order': '按规则顺序汇总所有匹配规则的值',
      'Output order': '按输出顺序',
      'Collects the values of all matching rules in decreasing output priority order': '按输出优先级从高到低汇总所有匹配规则的值'
    }
  },
  {
    within: '.filter-modal optgroup, .filter-modal option, .filter-modal input',
    words: {
      'Process Instance': '流程实例',
      'Process definition': '流程定义',
      'Case Instance': '案例实例',
      'Case definition': '案例定义',
      'Other': '其他',
      'User / Group': '用户/用户组',
      'Task': '任务',
      'Dates': '日期',
      'Business Key': '业务键',
      'Business Key Like': '业务键类似',
      'Key': '标识',
      'Key In': '标识属于',
      'Name': '名称',
      'Name Like': '名称类似',
      'Active': '未挂起',
      'Activity Instance ID In': '活动实例 ID 属于',
      'Execution ID': '执行 ID',
      'Assignee': '办理人',
      'Assignee in': '办理人属于',
      'Assignee Like': '办理人类似',
      'Owner': '负责人',
      'Candidate Group': '候选组',
      'Candidate Groups': '候选组（多个）',
      'Candidate User': '候选人',
      'Involved User': '相关用户',
      'Assigned': '已分配',
      'Unassigned': '未分配',
      'Delegation State': '委派状态',
      'Definition Key': '任务定义标识',
      'Definition Key In': '任务定义标识属于',
      'Definition Key Like': '任务定义标识类似',
      'Description': '说明',
      'Description Like': '说明类似',
      'Priority': '优先级',
      'Priority Max': '最高优先级',
      'Priority Min': '最低优先级',
      'Tenant ID In': '租户 ID 属于',
      'Without Tenant ID': '无租户 ID',
      'Without Due Date': '无到期日',
      'Created Before': '创建时间早于',
      'Created After': '创建时间晚于',
      'Due Before': '到期日早于',
      'Due After': '到期日晚于',
      'Follow Up After': '跟进日期晚于',
      'Follow Up Before': '跟进日期早于',
      'Follow Up Before or Not Existent': '跟进日期早于或未设置'
    },
    patterns: [
      [/^E\.g\.: (.+)$/, '例如：$1'],
      [/^List of values sep[ae]rated by comma\. E\.g\.: (.+)$/, '多个值用逗号分隔，例如：$1'],
      [/^List of values separated by comma or an expression which evaluates to a list\. E\.g\.: (.+) or (.+)$/,
        '多个值用逗号分隔，或填写结果为列表的表达式，例如：$1 或 $2']
    ]
  }
];

/** A person's name, which the web applications write with the given name first: in Chinese the family's stands there. */
export const peoplesNames: Place = {
  within: '.account .dropdown-toggle, .task .assignee, .task-card .assignee *, .user-profile-name',
  words: {},
  patterns: [[/^(\p{Script=Han}+)\s+(\p{Script=Han}+)$/u, '$2$1']]
};

const ATTRIBUTES = ['placeholder', 'title', 'aria-label', 'label'];

/** Says it in Chinese if it is one of the words of the place; as it was if not. */
export function chinese(place: Place, text: string): string {
  const words = text.trim();
  const known = place.words[words] ?? place.patterns?.filter(([pattern]) => pattern.test(words))
    .map(([pattern, said]) => words.replace(pattern, said))[0];
  return known === undefined || words === '' ? text : text.replace(words, () => known);
}

/** Replaces what stands in the element and in what it contains. */
export function translate(root: Element, all: readonly Place[] = places): void {
  for (const place of all) {
    const found = [...root.querySelectorAll(place.within)];
    for (const element of root.matches(place.within) ? [root, ...found] : found) {
      translateOwn(element, place);
    }
  }
}

function translateOwn(element: Element, place: Place): void {
  for (const node of element.childNodes) {
    if (node instanceof Text) {
      const said = chinese(place, node.data);
      if (said !== node.data) {
        node.data = said;
      }
    }
  }
  for (const attribute of ATTRIBUTES) {
    const text = element.getAttribute(attribute);
    const said = text === null ? text : chinese(place, text);
    if (said !== null && said !== text) {
      element.setAttribute(attribute, said);
    }
  }
}

/** Translates what the page shows, and from now on whatever it is about to show. */
export function keepTranslating(page: Element, all: readonly Place[] = places): void {
  new MutationObserver(changes => {
    const changed = new Set(changes.flatMap(({ target, addedNodes }) =>
      [target instanceof Element ? undefined : target.parentElement, ...addedNodes].filter(node => node instanceof Element
        || node instanceof Text).map(node => node instanceof Element ? node : node.parentElement)));
    changed.forEach(element => element?.isConnected && translate(element, all));
  }).observe(page, { subtree: true, childList: true, characterData: true });
  translate(page, all);
}
