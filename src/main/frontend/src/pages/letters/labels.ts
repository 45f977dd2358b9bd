import { labels } from '../../shared/labels';

/** Which part of the department writes the letter. */
export const moduleName = labels({
  en: { returns: 'Returns', refunds: 'Refunds', correspondence: 'All cases', cases: 'All cases' },
  zh: { returns: '退换货', refunds: '退款', correspondence: '所有工单', cases: '所有工单' }
});

export const languageName = labels({
  en: { zh: 'Chinese', en: 'English' },
  zh: { zh: '中文', en: '英文' }
});
