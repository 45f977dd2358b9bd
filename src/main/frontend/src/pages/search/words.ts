import { labels } from '../../shared/labels';
import { words } from '../../shared/words';

export const t = words({
  en: {
    title: 'Cases',
    any: 'All',
    search: 'Search',
    clear: 'Clear',
    keys: '“/” leads to the filters, Enter searches.',
    kept: 'My searches',
    keepName: 'Keep this search as',
    keep: 'Keep',
    keptNow: 'The search is kept as “{name}”.',
    forget: 'Remove the search {name}',
    noneKept: 'You keep no searches yet.',
    found: 'Cases found',
    file: 'Download as CSV',
    fileHint: 'All that is found, at most 10,000 cases',
    next: 'Next page',
    previous: 'Previous page',
    page: 'Page {page}',
    nothing: 'No case meets this: {asked}.',
    nothingAtAll: 'There are no cases that you may see.',
    nothingFurther: 'There are no more cases on this page.',
    caseNumber: 'Case',
    opened: 'Opened',
    due: 'Due',
    overdue: 'Overdue',
    unheld: 'no open task',
    old: '{distance} old',
    colon: ': ',
    and: '; ',
    yes: 'yes'
  },
  zh: {
    title: '工单查询',
    any: '全部',
    search: '查询',
    clear: '清空',
    keys: '按“/”跳到筛选条件，按回车查询。',
    kept: '我的查询',
    keepName: '将此查询保存为',
    keep: '保存',
    keptNow: '查询已保存为“{name}”。',
    forget: '删除查询 {name}',
    noneKept: '您还没有保存查询。',
    found: '查询结果',
    file: '下载 CSV',
    fileHint: '全部查询结果，最多 10,000 个工单',
    next: '下一页',
    previous: '上一页',
    page: '第 {page} 页',
    nothing: '没有符合条件的工单：{asked}。',
    nothingAtAll: '没有您可以查看的工单。',
    nothingFurther: '这一页没有更多工单。',
    caseNumber: '工单',
    opened: '建立时间',
    due: '截止时间',
    overdue: '已逾期',
    unheld: '没有待办任务',
    old: '已建立 {distance}',
    colon: '：',
    and: '；',
    yes: '是'
  }
});

/** What a condition is called, on its field and in sentences. */
export const conditionName = labels({
  en: { kind: 'Kind', status: 'Status', orderNumber: 'Order number', customerId: 'Customer number', owner: 'Owner',
    openedFrom: 'Opened from', openedUntil: 'Opened until', olderThan: 'Older than (days)', overdue: 'Overdue' },
  zh: { kind: '类型', status: '状态', orderNumber: '订单号', customerId: '客户编号', owner: '负责人', openedFrom: '建立日期从',
    openedUntil: '建立日期至', olderThan: '建立超过（天）', overdue: '已逾期' }
});
