import { words, type Language } from './words';

/** `TO_SEND_BACK` and `trackingNumber` as words, for a code that nobody has put into words yet. */
export function humanised(code: string): string {
  const spaced = code.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/[_-]+/g, ' ').trim().toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/**
 * What codes of one sort are called in the language of the page. Other processes bring codes of their own: those that stand
 * in no dictionary are shown as words all the same.
 */
export function labels<K extends string>(dictionary: Record<Language, Record<K, string>>): (code: string) => string {
  const t = words(dictionary);
  return code => (Object.hasOwn(dictionary.en, code) ? t(code as K) : humanised(code));
}

/** What a kind of case is called: the key of its process. */
export const kindName = labels({
  en: { 'product-return': 'Product return', refund: 'Refund', 'undeliverable-parcel': 'Undeliverable parcel',
    'stock-out': 'Stock-out', complaint: 'Complaint', 'leave-request': 'Leave request' },
  zh: { 'product-return': '退换货', refund: '退款', 'undeliverable-parcel': '无法投递的包裹', 'stock-out': '缺货', complaint: '投诉',
    'leave-request': '请假' }
});

export const caseStatusName = labels({
  en: { OPEN: 'Open', CLOSED: 'Closed' },
  zh: { OPEN: '处理中', CLOSED: '已结案' }
});

/** How a case ended. */
export const outcomeName = labels({
  en: { REFUNDED: 'Refunded', EXCHANGED: 'Exchanged', REPAIRED: 'Repaired', RESENT: 'Resent', REJECTED: 'Rejected',
    SENT_BACK: 'Sent back', WITHDRAWN: 'Withdrawn', EXPIRED: 'Expired', ABORTED: 'Stopped' },
  zh: { REFUNDED: '已退款', EXCHANGED: '已换货', REPAIRED: '已维修', RESENT: '已补发', REJECTED: '已驳回', SENT_BACK: '已寄回',
    WITHDRAWN: '已撤回', EXPIRED: '已过期', ABORTED: '已中止' }
});

/** What has happened to a return so far. */
export const returnStateName = labels({
  en: { REQUESTED: 'Requested', APPROVED: 'Approved', ON_THE_WAY: 'On its way back', WITHDRAWN_ON_THE_WAY: 'Withdrawn, parcel on its way',
    ARRIVED: 'Arrived', INSPECTED: 'Inspected', GOODS_STAY: 'Customer keeps the goods', GOING_BACK: 'Going back to the customer',
    REFUNDED: 'Refunded', EXCHANGED: 'Exchanged', REPAIRED: 'Repaired', RESENT: 'Resent', REJECTED: 'Rejected',
    SENT_BACK: 'Sent back', WITHDRAWN: 'Withdrawn', EXPIRED: 'Expired', ABORTED: 'Stopped' },
  zh: { REQUESTED: '已申请', APPROVED: '已批准', ON_THE_WAY: '退回途中', WITHDRAWN_ON_THE_WAY: '已撤回，包裹在途', ARRIVED: '已到仓',
    INSPECTED: '已验货', GOODS_STAY: '商品留给客户', GOING_BACK: '寄回客户途中', REFUNDED: '已退款', EXCHANGED: '已换货',
    REPAIRED: '已维修', RESENT: '已补发', REJECTED: '已驳回', SENT_BACK: '已寄回', WITHDRAWN: '已撤回', EXPIRED: '已过期',
    ABORTED: '已中止' }
});

/** What becomes of units of a return. */
export const fateName = labels({
  en: { TO_SETTLE: 'to be agreed', TO_REPAIR: 'to be repaired', TO_REPLACE: 'to be replaced', TO_REFUND: 'to be refunded',
    TO_SEND_BACK: 'to be sent back', KEPT: 'kept, nothing paid', REFUNDED: 'refunded', REPLACED: 'replaced', REPAIRED: 'repaired',
    SENT_BACK: 'sent back' },
  zh: { TO_SETTLE: '待与客户商定', TO_REPAIR: '待维修', TO_REPLACE: '待换货', TO_REFUND: '待退款', TO_SEND_BACK: '待寄回',
    KEPT: '放弃，不退款', REFUNDED: '已退款', REPLACED: '已换货', REPAIRED: '已维修', SENT_BACK: '已寄回' }
});

/** Values that people choose in forms and that stand in facts: why, what is wanted, in what state. */
export const choiceName = labels({
  en: { CHANGED_MIND: 'Changed mind, no reason given', DEFECTIVE: 'Defective', WRONG_ITEM: 'Wrong item', DAMAGED_IN_TRANSIT: 'Damaged in transit',
    NOT_AS_DESCRIBED: 'Not as described', MISSING_PARTS: 'Parts missing', REFUND: 'Refund', EXCHANGE: 'Exchange', REPAIR: 'Repair',
    RESEND: 'Resend', AS_NEW: 'As new', USED: 'Used', DAMAGED: 'Damaged', WRONG_GOODS: 'Wrong goods', AS_FOUND: 'As found',
    SEND_BACK: 'Send back', REFUND_ANYWAY: 'Refund anyway', REPAIRED: 'Repaired', REPLACE: 'Replace', NOT_REPAIRABLE: 'Not repairable',
    CUSTOMER: 'Customer', SHOP: 'Shop', REQUIRED: 'Required', NONE: 'None', REPLACEMENT: 'Replacement', THEIR_OWN: 'Their own goods',
    PENDING: 'Asked for', GRANTED: 'Granted', REFUSED: 'Refused' },
  zh: { CHANGED_MIND: '不想要了（无理由）', DEFECTIVE: '有故障', WRONG_ITEM: '发错商品', DAMAGED_IN_TRANSIT: '运输损坏',
    NOT_AS_DESCRIBED: '与描述不符', MISSING_PARTS: '缺少配件', REFUND: '退款', EXCHANGE: '换货', REPAIR: '维修', RESEND: '补发',
    AS_NEW: '完好如新', USED: '已使用', DAMAGED: '损坏', WRONG_GOODS: '寄错商品', AS_FOUND: '按验货结果', SEND_BACK: '寄回客户',
    REFUND_ANYWAY: '仍然退款', REPAIRED: '已修好', REPLACE: '换新', NOT_REPAIRABLE: '无法维修', CUSTOMER: '客户', SHOP: '店铺',
    REQUIRED: '需要', NONE: '不需要', REPLACEMENT: '换货商品', THEIR_OWN: '客户原商品', PENDING: '已提出', GRANTED: '已批准',
    REFUSED: '未批准' }
});

export const refundStatusName = labels({
  en: { DECIDED: 'Decided', WAITING_FOR_APPROVAL: 'Waiting for approval', APPROVED: 'Approved', NOT_PAID: 'Not paid', PAID: 'Paid',
    REFUSED: 'Refused', ABANDONED: 'Given up' },
  zh: { DECIDED: '已确定金额', WAITING_FOR_APPROVAL: '待审批', APPROVED: '已批准', NOT_PAID: '未付成功', PAID: '已付款', REFUSED: '未批准',
    ABANDONED: '已放弃' }
});

/** Where the payment service stands with a refund. */
export const payoutStatusName = labels({
  en: { ORDERED: 'Ordered', PENDING: 'Pending', UNKNOWN: 'No clear answer', UNREACHED: 'Not reached', DISPUTED: 'Disputed',
    FAILED: 'Failed', PAID: 'Paid' },
  zh: { ORDERED: '已提交', PENDING: '处理中', UNKNOWN: '结果不明', UNREACHED: '未送达', DISPUTED: '金额有争议', FAILED: '失败', PAID: '已付款' }
});

export const letterStatusName = labels({
  en: { WAITING: 'Waiting', NO_SERVER: 'No mail server', SENT: 'Sent', FAILED: 'Failed', NOT_SENDABLE: 'Can’t be sent' },
  zh: { WAITING: '待发送', NO_SERVER: '未配置邮件服务器', SENT: '已发送', FAILED: '发送失败', NOT_SENDABLE: '无法发送' }
});

export const deadlineName = labels({
  en: { RETURN_REMINDER: 'Customer is reminded', RETURN_EXPIRY: 'Return expires' },
  zh: { RETURN_REMINDER: '提醒客户寄回', RETURN_EXPIRY: '申请过期' }
});

/** What may happen to a case, as the button of whoever tells it. */
export const messageName = labels({
  en: { 'return-shipped': 'Customer has shipped it', 'return-parcel-arrived': 'Parcel has arrived', 'return-withdrawn': 'Customer withdraws',
    'goods-arrived': 'Goods have arrived', 'customer-replied': 'Customer has replied', 'complaint-answered': 'Complaint is answered',
    'complaint-reopened': 'Reopen complaint', 'complaint-withdrawn': 'Complaint is withdrawn', 'leave-cancelled': 'Cancel leave' },
  zh: { 'return-shipped': '客户已寄出', 'return-parcel-arrived': '包裹已到', 'return-withdrawn': '客户撤回', 'goods-arrived': '货已到',
    'customer-replied': '客户已回复', 'complaint-answered': '已答复投诉', 'complaint-reopened': '重新受理投诉',
    'complaint-withdrawn': '投诉已撤回', 'leave-cancelled': '取消请假' }
});

/** What a field of a start, a task or a message is called, and a fact of a case. */
export const fieldName = labels({
  en: { orderNumber: 'Order number', lines: 'Lines', reason: 'Reason', resolution: 'Wanted', note: 'Note', courier: 'Courier',
    trackingNumber: 'Tracking number', byCustomer: 'Customer sends it', state: 'State', withinPolicy: 'Within the policy',
    exception: 'Exception', lateParcel: 'Came after the case had ended', settlement: 'Agreed', repair: 'Repair', difference: 'To be agreed',
    wayBack: 'Way back', customersParcel: 'Customer’s parcel', deadline: 'Deadline', shipped: 'Sent to the customer', refund: 'Refund',
    goods: 'Goods', sentAt: 'Sent', answer: 'Answer', to: 'Until' },
  zh: { orderNumber: '订单号', lines: '订单行', reason: '原因', resolution: '诉求', note: '备注', courier: '快递公司',
    trackingNumber: '运单号', byCustomer: '客户自行寄回', state: '进展', withinPolicy: '符合政策', exception: '特例申请',
    lateParcel: '结案后到货', settlement: '商定结果', repair: '维修', difference: '待商定', wayBack: '退回方式', customersParcel: '客户寄出的包裹',
    deadline: '期限', shipped: '寄给客户', refund: '退款', goods: '商品', sentAt: '寄出时间', answer: '答复', to: '至' }
});

/** The groups of the department, where the server tells only their ids. */
export const groupName = labels({
  en: { juniorAgents: 'Junior agents', agents: 'Agents', managers: 'Managers', supervisors: 'Supervisors', teamLeaders: 'Team leaders',
    salesAgents: 'Sales agents', afterSalesAgents: 'After-sales agents', afterSalesSupervisors: 'After-sales supervisors',
    consultants: 'After-sales consultants', returnsSpecialists: 'Returns specialists', technicians: 'Technical-support engineers',
    customerRelations: 'Customer-relations specialists', analysts: 'After-sales data analysts', orderClerks: 'Order clerks', warehouse: 'Warehouse',
    finance: 'Finance', hr: 'Human resources', administration: 'Administration', marketingVp: 'Marketing vice-president',
    generalOffice: 'General manager’s office', platformManagers: 'Platform managers', auditors: 'Auditors', integrations: 'Integrations',
    'camunda-admin': 'Administrators' },
  zh: { juniorAgents: '初级客服', agents: '客服专员', managers: '客服经理', supervisors: '客服主管', teamLeaders: '客服组长',
    salesAgents: '销售客服', afterSalesAgents: '售后客服', afterSalesSupervisors: '售后服务主管', consultants: '售后咨询专员',
    returnsSpecialists: '退换货及售后处理专员', technicians: '技术支持工程师', customerRelations: '客户关系维护专员',
    analysts: '售后数据分析员', orderClerks: '下单专员', warehouse: '仓储部', finance: '财务部', hr: '人力资源部', administration: '行政部',
    marketingVp: '营销副总经理', generalOffice: '总经办', platformManagers: '电商平台经理', auditors: '审计人员', integrations: '系统对接',
    'camunda-admin': '系统管理员' }
});

/** A line of the timeline as a sentence; what was said or noted with it stands below. */
export const timelineSentence = labels({
  en: { OPENED: 'Case opened', CLOSED: 'Case closed', NOTE: 'Note', ATTACHED: 'File added', ATTACHMENT_REMOVED: 'File removed',
    INTERVENTION: 'An administrator intervened', ERASED: 'Customer’s data erased', RETURN_REQUESTED: 'Return requested',
    LATE_PARCEL_ARRIVED: 'Parcel came after the end', REQUEST_CORRECTED: 'Request corrected', RETURN_REVIEWED_APPROVE: 'Review: approved',
    RETURN_REVIEWED_REJECT: 'Review: rejected', RETURN_REVIEWED_ASK: 'Review: customer is asked', RETURN_REVIEWED_EXCEPTION: 'Review: exception asked for',
    EXCEPTION_GRANTED: 'Exception granted', EXCEPTION_REFUSED: 'Exception refused', RETURN_APPROVED: 'Return approved, RMA given',
    WAY_BACK_ARRANGED: 'Way back arranged', GOODS_SHIPPED: 'Customer shipped the goods', CUSTOMER_REMINDED: 'Customer reminded',
    RETURN_EXPIRED: 'Return expired', PARCEL_ARRIVED: 'Parcel arrived', RETURN_WITHDRAWN: 'Return withdrawn',
    GOODS_INSPECTED: 'Goods inspected', DIFFERENCE_SETTLED_AS_FOUND: 'Agreed: as found', DIFFERENCE_SETTLED_SEND_BACK: 'Agreed: goods go back',
    DIFFERENCE_SETTLED_REFUND_ANYWAY: 'Agreed: refund anyway', GOODS_REPAIRED: 'Goods repaired', GOODS_REPLACE: 'Repair makes no sense, they are replaced',
    GOODS_NOT_REPAIRABLE: 'Goods can’t be repaired', REPLACEMENT_SHIPPED: 'Replacement shipped', GOODS_SENT_BACK: 'Goods sent back to the customer',
    REFUND_DECIDED: 'Refund decided', REFUND_APPROVED: 'Refund approved', REFUND_REFUSED: 'Refund refused', REFUND_ABANDONED: 'Refund given up',
    REFUND_NOT_PAID: 'Refund was not paid', REFUND_PAID: 'Refund paid', PAYOUT_TRIED_AGAIN: 'Payment tried again', PAYOUT_ORDERED: 'Payment ordered',
    PAYOUT_PENDING: 'Payment pending', PAYOUT_UNANSWERED: 'Payment service gave no clear answer', PAYOUT_UNKNOWN: 'Payment service gave no clear answer',
    PAYOUT_UNREACHED: 'Payment service not reached', PAYOUT_DISPUTED: 'Payment disputed', PAYOUT_FAILED: 'Payment failed', PAYOUT_PAID: 'Payment made',
    PAYOUT_CONTRADICTED: 'Payment service contradicts itself', LETTER_WRITTEN: 'Letter written', LETTER_FAILED: 'Letter could not be sent',
    LETTER_NOT_SENDABLE: 'Letter can’t be sent', LETTER_TRIED_AGAIN: 'Letter tried again', OWNER_CHANGED: 'Case handed over',
    TASK_REASSIGNED: 'Task handed over', HAND_OVER_REASON: 'Why it was handed over' },
  zh: { OPENED: '工单已建立', CLOSED: '工单已结案', NOTE: '备注', ATTACHED: '已添加文件', ATTACHMENT_REMOVED: '已移除文件',
    INTERVENTION: '管理员进行了干预', ERASED: '已删除客户资料', RETURN_REQUESTED: '已申请退换货', LATE_PARCEL_ARRIVED: '结案后收到包裹',
    REQUEST_CORRECTED: '申请已更正', RETURN_REVIEWED_APPROVE: '审核：批准', RETURN_REVIEWED_REJECT: '审核：驳回', RETURN_REVIEWED_ASK: '审核：要求补充',
    RETURN_REVIEWED_EXCEPTION: '审核：申请特例', EXCEPTION_GRANTED: '特例已批准', EXCEPTION_REFUSED: '特例未批准', RETURN_APPROVED: '退换货已批准，已给出 RMA 号',
    WAY_BACK_ARRANGED: '已安排退回', GOODS_SHIPPED: '客户已寄出商品', CUSTOMER_REMINDED: '已提醒客户', RETURN_EXPIRED: '申请已过期',
    PARCEL_ARRIVED: '包裹已到仓', RETURN_WITHDRAWN: '客户已撤回申请', GOODS_INSPECTED: '验货完成', DIFFERENCE_SETTLED_AS_FOUND: '已商定：按验货结果',
    DIFFERENCE_SETTLED_SEND_BACK: '已商定：商品寄回', DIFFERENCE_SETTLED_REFUND_ANYWAY: '已商定：仍然退款', GOODS_REPAIRED: '商品已修好',
    GOODS_REPLACE: '不宜维修，改为更换', GOODS_NOT_REPAIRABLE: '商品无法维修', REPLACEMENT_SHIPPED: '换货商品已寄出', GOODS_SENT_BACK: '商品已寄回客户',
    REFUND_DECIDED: '退款金额已确定', REFUND_APPROVED: '退款已批准', REFUND_REFUSED: '退款未批准', REFUND_ABANDONED: '已放弃退款',
    REFUND_NOT_PAID: '退款未付成功', REFUND_PAID: '退款已付', PAYOUT_TRIED_AGAIN: '再次尝试付款', PAYOUT_ORDERED: '已提交付款', PAYOUT_PENDING: '付款处理中',
    PAYOUT_UNANSWERED: '支付服务没有明确答复', PAYOUT_UNKNOWN: '支付服务没有明确答复', PAYOUT_UNREACHED: '未能连接支付服务', PAYOUT_DISPUTED: '付款金额有争议',
    PAYOUT_FAILED: '付款失败', PAYOUT_PAID: '付款完成', PAYOUT_CONTRADICTED: '支付服务前后矛盾', LETTER_WRITTEN: '已写信给客户', LETTER_FAILED: '信件发送失败',
    LETTER_NOT_SENDABLE: '信件无法发送', LETTER_TRIED_AGAIN: '再次发送信件', OWNER_CHANGED: '工单已移交', TASK_REASSIGNED: '任务已移交', HAND_OVER_REASON: '移交原因' }
});

/** What couriers report of an order's parcel to the customer. */
export const shipmentFateName = labels({
  en: { UNDER_WAY: 'On its way', DELIVERED: 'Delivered', RETURNED: 'Came back', LOST: 'Lost' },
  zh: { UNDER_WAY: '运输中', DELIVERED: '已签收', RETURNED: '已退回', LOST: '已丢失' }
});
