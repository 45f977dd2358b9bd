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
export function labels<K extends string>(dictionary: Record<Language, Record<K, string>>): Labels {
  const t = words(dictionary);
  return Object.assign((code: string) => (Object.hasOwn(dictionary.en, code) ? t(code as K) : humanised(code)),
    { codes: Object.keys(dictionary.en) });
}

/** What says each code, and the codes that stand in the dictionary. */
export interface Labels {
  (code: string): string;
  readonly codes: readonly string[];
}

/** What a kind of case is called: the key of its process. */
export const kindName = labels({
  en: { 'product-return': 'Product return', refund: 'Refund', 'undeliverable-parcel': 'Undeliverable parcel',
    'stock-out': 'Stock-out', complaint: 'Complaint', 'leave-request': 'Leave request' },
  zh: { 'product-return': '退换货', refund: '退款', 'undeliverable-parcel': '包裹无法投递', 'stock-out': '缺货', complaint: '投诉',
    'leave-request': '请假' }
});

export const caseStatusName = labels({
  en: { OPEN: 'Open', CLOSED: 'Closed' },
  zh: { OPEN: '处理中', CLOSED: '已结案' }
});

/** How a case ended. */
export const outcomeName = labels({
  en: { REFUNDED: 'Refunded', EXCHANGED: 'Exchanged', REPAIRED: 'Repaired', RESENT: 'Resent', REJECTED: 'Rejected',
    SHIPPED: 'Shipped', PARTLY_SHIPPED: 'Partly shipped', SUBSTITUTED: 'Substituted',
    DELIVERED: 'Delivered', ABANDONED: 'Given up',
    SENT_BACK: 'Sent back', WITHDRAWN: 'Withdrawn', EXPIRED: 'Expired', ABORTED: 'Stopped' },
  zh: { REFUNDED: '已退款', EXCHANGED: '已换货', REPAIRED: '已维修', RESENT: '已补发', REJECTED: '已驳回', SENT_BACK: '已寄回',
    SHIPPED: '已发货', PARTLY_SHIPPED: '部分发货', SUBSTITUTED: '已换其他商品',
    DELIVERED: '已送达', ABANDONED: '已放弃',
    WITHDRAWN: '已撤回', EXPIRED: '已过期', ABORTED: '已中止' }
});

/** What has happened to a return so far. */
export const returnStateName = labels({
  en: { REQUESTED: 'Requested', APPROVED: 'Approved', ON_THE_WAY: 'On its way back', WITHDRAWN_ON_THE_WAY: 'Withdrawn, parcel on its way',
    ARRIVED: 'Arrived', INSPECTED: 'Inspected', GOODS_STAY: 'Customer keeps the goods', LOST_ON_THE_WAY: 'Lost on the way to us', GOING_BACK: 'Going back to the customer',
    REFUNDED: 'Refunded', EXCHANGED: 'Exchanged', REPAIRED: 'Repaired', RESENT: 'Resent', REJECTED: 'Rejected',
    SENT_BACK: 'Sent back', WITHDRAWN: 'Withdrawn', EXPIRED: 'Expired', ABORTED: 'Stopped' },
  zh: { REQUESTED: '已申请', APPROVED: '已批准', ON_THE_WAY: '退回途中', WITHDRAWN_ON_THE_WAY: '已撤回，包裹在途', ARRIVED: '已到仓',
    INSPECTED: '已验货', GOODS_STAY: '商品留给客户', LOST_ON_THE_WAY: '退回途中丢失', GOING_BACK: '寄回客户途中', REFUNDED: '已退款', EXCHANGED: '已换货',
    REPAIRED: '已维修', RESENT: '已补发', REJECTED: '已驳回', SENT_BACK: '已寄回', WITHDRAWN: '已撤回', EXPIRED: '已过期',
    ABORTED: '已中止' }
});

/** What becomes of units of a return. */
export const fateName = labels({
  en: { TO_SETTLE: 'to be agreed', TO_REPAIR: 'to be repaired', TO_REPLACE: 'to be replaced', TO_REFUND: 'to be refunded',
    TO_SEND_BACK: 'to be sent back', AWAITS_GOODS: 'waits for goods', KEPT: 'kept, nothing paid', REFUNDED: 'refunded', REPLACED: 'replaced', REPAIRED: 'repaired',
    SENT_BACK: 'sent back' },
  zh: { TO_SETTLE: '待与客户商定', TO_REPAIR: '待维修', TO_REPLACE: '待换货', TO_REFUND: '待退款', TO_SEND_BACK: '待寄回', AWAITS_GOODS: '等待到货',
    KEPT: '放弃，不退款', REFUNDED: '已退款', REPLACED: '已换货', REPAIRED: '已维修', SENT_BACK: '已寄回' }
});

/** Where a stock-out stands. */
export const stockOutStateName = labels({
  en: { REPORTED: 'Reported', OPEN: 'Being decided', TO_COUNT: 'To be counted', TO_SHIP: 'Ready to be sent', ASKING: 'Customer is asked',
    WAITING: 'Waiting for goods', TO_APPROVE: 'Dearer article to be approved', TO_AUTHORISE: 'Cancellation to be authorised',
    REPAYING: 'Money goes back', SHIPPED: 'Shipped', PARTLY_SHIPPED: 'Partly shipped', SUBSTITUTED: 'Substituted',
    REFUNDED: 'Refunded', REJECTED: 'Rejected', ABORTED: 'Stopped' },
  zh: { REPORTED: '已上报', OPEN: '正在决定', TO_COUNT: '待清点', TO_SHIP: '待发货', ASKING: '询问客户中', WAITING: '等待到货',
    TO_APPROVE: '高价替换待批准', TO_AUTHORISE: '取消待授权', REPAYING: '退款中', SHIPPED: '已发货', PARTLY_SHIPPED: '部分发货',
    SUBSTITUTED: '已换其他商品', REFUNDED: '已退款', REJECTED: '已驳回', ABORTED: '已中止' }
});

/** What becomes of units of a stock-out. */
export const partFateName = labels({
  en: { OWED: 'still owed', TO_SHIP: 'ready to be sent', SHIPPED: 'shipped', CANCELLED: 'cancelled', REFUNDED: 'refunded' },
  zh: { OWED: '待发', TO_SHIP: '待出库', SHIPPED: '已发货', CANCELLED: '已取消', REFUNDED: '已退款' }
});

/** Values that people choose in forms and that stand in facts: why, what is wanted, in what state. */
export const choiceName = labels({
  en: { CHANGED_MIND: 'Changed mind, no reason given', DEFECTIVE: 'Defective', WRONG_ITEM: 'Wrong item', DAMAGED_IN_TRANSIT: 'Damaged in transit',
    OUT_OF_STOCK: 'Out of stock', HOLIDAY: 'Public holidays', PROMOTION: 'Promotion',
    WAREHOUSE_OVERLOAD: 'Warehouse overloaded', COURIER_OVERLOAD: 'Courier overloaded',
    ORDER_ERROR: 'Mistake in the order or the goods', WAIT: 'Wait for the goods', SUBSTITUTE: 'Another article instead',
    SHIP_REST: 'What is there first, the rest later', NO_ANSWER: 'No answer', FIRST: 'First promise',
    NEXT: 'Later promise', INDEFINITE: 'No day is known', OWED: 'Still owed', ORDERED: 'Refund ordered', PAID: 'Paid',
    ADDRESS_UNCLEAR: 'Address unclear', OUT_OF_AREA: 'Out of the courier’s area', COURIER_FAULT: 'Courier’s fault', UNREACHABLE: 'Customer not reached', LOST: 'Lost',
    WAIVED: 'Waived',
    NOT_AS_DESCRIBED: 'Not as described', MISSING_PARTS: 'Parts missing', REFUND: 'Refund', EXCHANGE: 'Exchange', REPAIR: 'Repair',
    RESEND: 'Resend', AS_NEW: 'As new', USED: 'Used', DAMAGED: 'Damaged', WRONG_GOODS: 'Wrong goods', AS_FOUND: 'As found',
    SEND_BACK: 'Send back', REFUND_ANYWAY: 'Refund anyway', REPAIRED: 'Repaired', REPLACE: 'Replace', NOT_REPAIRABLE: 'Not repairable',
    CUSTOMER: 'Customer', SHOP: 'Shop', REQUIRED: 'Required', NONE: 'None', REPLACEMENT: 'Replacement', THEIR_OWN: 'Their own goods',
    PENDING: 'Asked for', GRANTED: 'Granted', REFUSED: 'Refused' },
  zh: { CHANGED_MIND: '不想要了（无理由）', DEFECTIVE: '有故障', WRONG_ITEM: '发错商品', DAMAGED_IN_TRANSIT: '运输损坏',
    OUT_OF_STOCK: '缺货', HOLIDAY: '节假日', PROMOTION: '促销活动', WAREHOUSE_OVERLOAD: '仓库爆仓', COURIER_OVERLOAD: '快递爆仓',
    ORDER_ERROR: '订单或商品有误', WAIT: '等待到货', SUBSTITUTE: '换成其他商品', SHIP_REST: '先发有货的，其余到货再发', NO_ANSWER: '无答复',
    FIRST: '首次承诺', NEXT: '再次承诺', INDEFINITE: '日期未知', OWED: '待退', ORDERED: '已提交退款', PAID: '已付款', WAIVED: '客户放弃',
    ADDRESS_UNCLEAR: '地址不详', OUT_OF_AREA: '超出快递派送范围（超区）', COURIER_FAULT: '快递公司异常', UNREACHABLE: '联系不上客户', LOST: '丢失',
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
  en: { RETURN_REMINDER: 'Customer is reminded', RETURN_EXPIRY: 'Return expires',
    PARCEL_HOLD: 'Parcel is kept', PARCEL_DELIVERY: 'Second shipment should arrive', PARCEL_CHASE: 'Goes to the team leaders',
    CUSTOMER_SILENCE: 'Silence is decided', PROMISE_END: 'Promised day is over' },
  zh: { RETURN_REMINDER: '提醒客户寄回', RETURN_EXPIRY: '申请过期',
    PARCEL_HOLD: '包裹保留期限', PARCEL_DELIVERY: '二次寄送应到', PARCEL_CHASE: '转交组长',
    CUSTOMER_SILENCE: '客户答复期限', PROMISE_END: '承诺发货期限' }
});

/** What may happen to a case, as the button of whoever tells it. */
export const messageName = labels({
  en: { 'return-shipped': 'Customer has shipped it', 'return-parcel-arrived': 'Parcel has arrived', 'return-withdrawn': 'Customer withdraws',
    'goods-arrived': 'Goods have arrived', 'customer-replied': 'Customer has replied', 'address-corrected': 'Address is corrected', 'parcel-came-back': 'Parcel came back', 'complaint-answered': 'Complaint is answered',
    'complaint-reopened': 'Reopen complaint', 'complaint-withdrawn': 'Complaint is withdrawn', 'leave-cancelled': 'Cancel leave' },
  zh: { 'return-shipped': '客户已寄出', 'return-parcel-arrived': '包裹已到', 'return-withdrawn': '客户撤回', 'goods-arrived': '货已到',
    'customer-replied': '客户已回复', 'address-corrected': '更正地址', 'parcel-came-back': '包裹已退回', 'complaint-answered': '已答复投诉', 'complaint-reopened': '重新受理投诉',
    'complaint-withdrawn': '投诉已撤回', 'leave-cancelled': '取消请假' }
});

/** What a field of a start, a task or a message is called, and a fact of a case. */
export const fieldName = labels({
  en: { orderNumber: 'Order number', lines: 'Lines', reason: 'Reason', resolution: 'Wanted', note: 'Note', courier: 'Courier',
    cause: 'Cause', substituteSku: 'Other article', promisedOn: 'Should leave on', delay: 'Delay',
    delayDays: 'Days late', promises: 'Promised days', silenceAt: 'Answer until', lastAnswer: 'Last answer',
    replies: 'Answers', articles: 'Stock', counted: 'Counted', parcels: 'Parcels',
    trackingNumber: 'Tracking number', byCustomer: 'Customer sends it', state: 'State', withinPolicy: 'Within the policy',
    exception: 'Exception', lateParcel: 'Came after the case had ended', settlement: 'Agreed', repair: 'Repair', difference: 'To be agreed',
    wayBack: 'Way back', customersParcel: 'Customer’s parcel', deadline: 'Deadline', shipped: 'Sent to the customer', stockOut: 'Waits for the stock-out', refund: 'Refund',
    goods: 'Goods', sentAt: 'Sent', answer: 'Answer', address: 'New address', to: 'Until' },
  zh: { orderNumber: '订单号', lines: '订单行', reason: '原因', resolution: '诉求', note: '备注', courier: '快递公司',
    cause: '原因', substituteSku: '替换商品', promisedOn: '预计发货日期', delay: '延迟类型', delayDays: '延迟天数', promises: '承诺记录',
    silenceAt: '答复期限', lastAnswer: '最近答复', replies: '答复记录', articles: '库存情况', counted: '清点记录', parcels: '包裹',
    trackingNumber: '运单号', byCustomer: '客户自行寄回', state: '进展', withinPolicy: '符合政策', exception: '特例申请',
    lateParcel: '结案后到货', settlement: '商定结果', repair: '维修', difference: '待商定', wayBack: '退回方式', customersParcel: '客户寄出的包裹',
    deadline: '期限', shipped: '寄给客户', stockOut: '等待缺货工单', refund: '退款', goods: '商品', sentAt: '寄出时间',
    answer: '答复', address: '新地址', to: '至' }
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
    PARCEL_REPORTED: 'Parcel reported as not delivered', PARCEL_LOCATED: 'Looked where the parcel is', PARCEL_FOLLOWED_UP: 'Its parcel is followed up',
    COURIER_ASKED_RETURNING: 'Courier says: on its way back', COURIER_ASKED_BACK: 'Courier says: back with us', COURIER_ASKED_LOST: 'Courier says: lost',
    COURIER_ASKED_DELIVERED: 'Courier says: delivered', COURIER_REPORTED: 'Courier reported', CHASE_REMINDED: 'Not back yet, courier to be asked again',
    CHASE_ESCALATED: 'Not back in time, team leaders go on', PARCEL_CAME_BACK: 'Parcel came back', PARCEL_CAME_HOME: 'Parcel came home after the case',
    ADDRESS_CORRECTED: 'Address corrected', DELIVERY_OVERDUE: 'Second shipment is overdue', CUSTOMER_ASKED_RESHIP: 'Customer wants it sent again',
    CUSTOMER_ASKED_REFUND: 'Customer wants the money', CUSTOMER_ASKED_NO_ANSWER: 'Customer not reached', CUSTOMER_NOT_REACHED: 'Too many tries, a supervisor decides',
    SURCHARGE_QUOTED: 'Surcharge told to the customer', SURCHARGE_PAID: 'Surcharge paid', SURCHARGE_NOT_PAID: 'Surcharge not paid',
    SURCHARGE_NOT_RETURNED: 'Surcharge was not paid back, a supervisor decides', SURCHARGE_KEPT: 'Surcharge is kept',
    DELIVERED_TWICE: 'Delivered although paid back or sent again',
    HOLD_OVER_REFUND: 'Kept long enough: refund', HOLD_OVER_ABANDON: 'Kept long enough: given up', HOLD_OVER_DECIDE: 'Kept long enough: a supervisor decides',
    PARCEL_DECIDED_RESHIP: 'Decided: send it again', PARCEL_DECIDED_REFUND: 'Decided: refund', PARCEL_DECIDED_ABANDON: 'Decided: give it up',
    GOODS_OUT_OF_STOCK: 'Goods are out of stock', STOCK_OUT_ENDED: 'Stock-out has ended', BOOKED_BY_HAND: 'Courier service did not take it',
    PARCEL_SENT_AGAIN: 'Goods sent again', NOTHING_TO_REFUND: 'Nothing is left to refund', CLAIM_OPENED: 'Claim against the courier opened',
    CLAIM_ACCEPTED: 'Courier pays the claim', CLAIM_PARTLY: 'Courier pays a part', CLAIM_REFUSED: 'Courier refuses the claim',
    CLAIM_WITHDRAWN: 'Claim withdrawn',
    STOCK_OUT_REPORTED: 'Late goods reported', REPORT_ACCEPTED: 'Report accepted',
    REPORT_REJECTED: 'Report turned down', STOCK_COUNTED: 'Stock counted',
    DISPATCH_PROMISED: 'Customer was promised a day', DISPATCH_UNKNOWN: 'Customer was told that no day is known',
    PROMISE_PASSED: 'Promised day has passed', CUSTOMER_ANSWERED_WAIT: 'Customer waits',
    CUSTOMER_ANSWERED_REFUND: 'Customer wants the money back',
    CUSTOMER_ANSWERED_SUBSTITUTE: 'Customer takes another article',
    CUSTOMER_ANSWERED_SHIP_REST: 'Customer takes what is there first',
    CUSTOMER_ANSWERED_NO_ANSWER: 'No answer from the customer', CUSTOMER_SILENT: 'Time for an answer is over',
    GOODS_ARRIVED: 'Goods are here', GOODS_LOST: 'Goods that lay ready are missing', GOODS_DISPATCHED: 'Goods left',
    SHIPPED_BY_SHOP: 'The shop sent goods itself', SUBSTITUTE_APPROVED: 'Dearer article approved',
    SUBSTITUTE_REFUSED: 'Dearer article refused', CANCELLATION_APPROVED: 'Cancellation authorised',
    CANCELLATION_REFUSED: 'Cancellation refused', NOTHING_TO_PAY_BACK: 'Nothing to pay back',
    PARCEL_BOOKED: 'Parcel booked with the courier', BOOKING_UNANSWERED: 'Courier service gave no clear answer', BOOKING_BY_HAND: 'Courier service did not take the parcel',
    BOOKING_CANCELLED: 'Booking with the courier cancelled', BOOKING_NOT_CANCELLED: 'Too late to cancel the booking with the courier',
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
    TASK_REASSIGNED: 'Task handed over', HAND_OVER_REASON: 'Why it was handed over',
    COLLECTION_BOOKED: 'Collection booked with the courier', COLLECTION_NOT_BOOKED: 'Collection could not be booked',
    PARCEL_NOT_FOLLOWED: 'Parcel is not followed', WAY_BACK_BEGUN: 'The courier has the goods', WAY_BACK_FAILED: 'The parcel goes back to the customer',
    WAY_BACK_LOST: 'The parcel was lost on its way back', WAY_BACK_DAMAGED: 'The parcel was damaged on its way back',
    WAY_BACK_SLOW: 'The courier still has the goods', LOSS_SETTLED_AS_ASKED: 'Lost goods: given what was asked for', LOSS_SETTLED_REFUND: 'Lost goods: to be refunded',
    LOSS_SETTLED_WAIT: 'Lost goods: waited for all the same', LOSS_SETTLED_NOTHING: 'Lost goods: the customer’s loss', LOST_GOODS_ARRIVED: 'Goods given up as lost have arrived',
    PARCEL_NOT_REPORTED: 'A parcel of these goods needs looking after',
    EXCHANGE_AWAITED: 'Goods in exchange are awaited', EXCHANGE_SHIPPED: 'Goods in exchange were sent', EXCHANGE_PARTLY_SHIPPED: 'Goods in exchange were sent in part',
    EXCHANGE_SUBSTITUTED: 'Other goods were sent in exchange', EXCHANGE_REFUNDED: 'Goods in exchange were paid back',
    EXCHANGE_REJECTED: 'Goods in exchange came to nothing' },
  zh: { OPENED: '工单已建立', CLOSED: '工单已结案', NOTE: '备注', ATTACHED: '已添加文件', ATTACHMENT_REMOVED: '已移除文件',
    PARCEL_REPORTED: '已上报包裹未送达', PARCEL_LOCATED: '已查看包裹位置', PARCEL_FOLLOWED_UP: '其包裹已立案跟进', COURIER_ASKED_RETURNING: '快递公司答复：正在退回',
    COURIER_ASKED_BACK: '快递公司答复：已退回', COURIER_ASKED_LOST: '快递公司答复：已丢失', COURIER_ASKED_DELIVERED: '快递公司答复：已送达',
    COURIER_REPORTED: '快递公司通知', CHASE_REMINDED: '尚未退回，提醒再次催问', CHASE_ESCALATED: '逾期未退回，转客服组长', PARCEL_CAME_BACK: '包裹已退回',
    PARCEL_CAME_HOME: '结案后包裹退回', ADDRESS_CORRECTED: '地址已更正', DELIVERY_OVERDUE: '重新寄送已超时', CUSTOMER_ASKED_RESHIP: '客户要求重新寄出',
    CUSTOMER_ASKED_REFUND: '客户要求退款', CUSTOMER_ASKED_NO_ANSWER: '未联系上客户', CUSTOMER_NOT_REACHED: '联系次数已满，交客服主管裁定',
    SURCHARGE_QUOTED: '已告知客户运费差价', SURCHARGE_PAID: '运费差价已付', SURCHARGE_NOT_PAID: '运费差价未付', HOLD_OVER_REFUND: '保留期满：退款',
    SURCHARGE_NOT_RETURNED: '运费差价未退还，交客服主管裁定', SURCHARGE_KEPT: '运费差价不退还', DELIVERED_TWICE: '已退款或已补寄，包裹又送达',
    HOLD_OVER_ABANDON: '保留期满：放弃', HOLD_OVER_DECIDE: '保留期满：交客服主管裁定', PARCEL_DECIDED_RESHIP: '裁定：重新寄出',
    PARCEL_DECIDED_REFUND: '裁定：退款', PARCEL_DECIDED_ABANDON: '裁定：放弃', GOODS_OUT_OF_STOCK: '商品缺货', STOCK_OUT_ENDED: '缺货工单已结束',
    BOOKED_BY_HAND: '快递系统未接单', PARCEL_SENT_AGAIN: '商品已重新寄出', NOTHING_TO_REFUND: '没有可退的款项', CLAIM_OPENED: '已向快递公司索赔',
    CLAIM_ACCEPTED: '快递公司同意赔付', CLAIM_PARTLY: '快递公司部分赔付', CLAIM_REFUSED: '快递公司拒绝赔付', CLAIM_WITHDRAWN: '索赔已撤回',
    STOCK_OUT_REPORTED: '已上报缺货或延迟', REPORT_ACCEPTED: '上报已通过', REPORT_REJECTED: '上报已驳回', STOCK_COUNTED: '库存已清点',
    DISPATCH_PROMISED: '已向客户承诺发货日期', DISPATCH_UNKNOWN: '已告知客户发货日期未知', PROMISE_PASSED: '承诺日期已过',
    CUSTOMER_ANSWERED_WAIT: '客户同意等待', CUSTOMER_ANSWERED_REFUND: '客户要求退款', CUSTOMER_ANSWERED_SUBSTITUTE: '客户选择替换商品',
    CUSTOMER_ANSWERED_SHIP_REST: '客户要求先发有货部分', CUSTOMER_ANSWERED_NO_ANSWER: '客户未答复', CUSTOMER_SILENT: '答复期限已过',
    GOODS_ARRIVED: '商品已到货', GOODS_LOST: '待发商品缺失', GOODS_DISPATCHED: '商品已发出', SHIPPED_BY_SHOP: '店铺已自行发货',
    SUBSTITUTE_APPROVED: '高价替换已批准', SUBSTITUTE_REFUSED: '高价替换未批准', CANCELLATION_APPROVED: '取消已授权',
    CANCELLATION_REFUSED: '取消未授权', NOTHING_TO_PAY_BACK: '无需退款',
    PARCEL_BOOKED: '已向快递预约寄件', BOOKING_UNANSWERED: '快递服务没有明确答复', BOOKING_BY_HAND: '快递服务未接单',
    BOOKING_CANCELLED: '快递预约已取消', BOOKING_NOT_CANCELLED: '快递预约来不及取消',
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
    LETTER_NOT_SENDABLE: '信件无法发送', LETTER_TRIED_AGAIN: '再次发送信件', OWNER_CHANGED: '工单已移交', TASK_REASSIGNED: '任务已移交', HAND_OVER_REASON: '移交原因',
    COLLECTION_BOOKED: '已预约快递上门取件', COLLECTION_NOT_BOOKED: '未能预约取件', PARCEL_NOT_FOLLOWED: '未跟踪该包裹', WAY_BACK_BEGUN: '快递公司已取件',
    WAY_BACK_FAILED: '包裹正退回客户', WAY_BACK_LOST: '退回途中包裹丢失', WAY_BACK_DAMAGED: '退回途中包裹破损',
    WAY_BACK_SLOW: '商品仍在快递公司途中', LOSS_SETTLED_AS_ASKED: '途中丢失：按客户申请办理', LOSS_SETTLED_REFUND: '途中丢失：退款', LOSS_SETTLED_WAIT: '途中丢失：继续等待',
    LOSS_SETTLED_NOTHING: '途中丢失：由客户承担', LOST_GOODS_ARRIVED: '已按丢失处理的商品又到仓', PARCEL_NOT_REPORTED: '所涉商品的包裹异常，请跟进', EXCHANGE_AWAITED: '换货商品等待到货',
    EXCHANGE_SHIPPED: '换货商品已发出', EXCHANGE_PARTLY_SHIPPED: '换货商品已部分发出', EXCHANGE_SUBSTITUTED: '已换发替代商品', EXCHANGE_REFUNDED: '换货商品已改为退款',
    EXCHANGE_REJECTED: '换货商品未能备货' }
});

/** What couriers report of an order's parcel to the customer. */
export const shipmentFateName = labels({
  en: { UNDER_WAY: 'On its way', DELIVERED: 'Delivered', RETURNED: 'Came back', LOST: 'Lost' },
  zh: { UNDER_WAY: '运输中', DELIVERED: '已签收', RETURNED: '已退回', LOST: '已丢失' }
});
/** Where a parcel is, as far as its events tell. */
export const parcelStateName = labels({
  en: { ANNOUNCED: 'Announced', UNDER_WAY: 'On its way', FAILED_ATTEMPT: 'Delivery failed', DELIVERED: 'Delivered', RETURNING: 'On its way back',
    RETURNED: 'Back with the sender', LOST: 'Lost', DAMAGED: 'Damaged' },
  zh: { ANNOUNCED: '待揽收', UNDER_WAY: '运输中', FAILED_ATTEMPT: '派送失败', DELIVERED: '已签收', RETURNING: '退回途中', RETURNED: '已退回寄件人',
    LOST: '已丢失', DAMAGED: '已破损' }
});

/** What couriers report of a parcel. */
export const parcelEventName = labels({
  en: { PICKED_UP: 'Picked up', IN_TRANSIT: 'In transit', DELIVERED: 'Delivered', FAILED_ATTEMPT: 'Delivery failed', RETURNING: 'Turned back',
    RETURNED_TO_SENDER: 'Back with the sender', LOST: 'Lost', DAMAGED: 'Damaged' },
  zh: { PICKED_UP: '已揽收', IN_TRANSIT: '运输中', DELIVERED: '已签收', FAILED_ATTEMPT: '派送失败', RETURNING: '转为退回', RETURNED_TO_SENDER: '已退回寄件人',
    LOST: '丢失', DAMAGED: '损坏' }
});

export const legName = labels({
  en: { TO_CUSTOMER: 'To the customer', TO_SHOP: 'Back to the shop' },
  zh: { TO_CUSTOMER: '寄给客户', TO_SHOP: '寄回店铺' }
});

/** Why a parcel travels. */
export const parcelPurposeName = labels({
  en: { ORDER: 'What was ordered', RESHIPMENT: 'Sent once more', REPLACEMENT: 'Replacement', SENT_BACK: 'The customer’s own goods', RETURN: 'Return' },
  zh: { ORDER: '订单商品', RESHIPMENT: '重新寄出', REPLACEMENT: '换货商品', SENT_BACK: '客户原商品', RETURN: '客户退货' }
});

/** Why a parcel can't be delivered. */
export const parcelCauseName = labels({
  en: { ADDRESS_UNCLEAR: 'Address unclear', OUT_OF_AREA: 'Out of the courier’s area', COURIER_FAULT: 'Courier’s fault',
    REFUSED: 'Refused by the customer', UNREACHABLE: 'Customer not reached', LOST: 'Lost', DAMAGED: 'Damaged' },
  zh: { ADDRESS_UNCLEAR: '地址不详', OUT_OF_AREA: '超出快递派送范围（超区）', COURIER_FAULT: '快递公司异常', REFUSED: '客户拒收', UNREACHABLE: '联系不上客户',
    LOST: '丢失', DAMAGED: '损坏' }
});

/** Who said whether a courier goes somewhere. */
export const coverageSourceName = labels({
  en: { TABLE: 'Table', TELEPHONE: 'Telephone', WEB_SITE: 'Web site' },
  zh: { TABLE: '标准表', TELEPHONE: '电话询问', WEB_SITE: '官网查询' }
});

/** Where the goods of an undeliverable parcel are. */
export const whereaboutsName = labels({
  en: { WITH_COURIER: 'With the courier', HERE: 'Back with us', LOST: 'Lost or spoilt', DELIVERED: 'With the customer' },
  zh: { WITH_COURIER: '在快递公司', HERE: '已退回仓库', LOST: '丢失或损毁', DELIVERED: '已交给客户' }
});

/** How it goes on with an undeliverable parcel. */
export const courseName = labels({
  en: { UNDECIDED: 'Not decided yet', RESHIP: 'Send it once more', REFUND: 'Refund', ABANDON: 'Give it up', REJECT: 'Report turned down', CLAIM: 'Claim from the courier',
    DECIDE: 'Supervisor decides' },
  zh: { UNDECIDED: '尚未决定', RESHIP: '重新寄出', REFUND: '退款', ABANDON: '放弃', REJECT: '登记被驳回', CLAIM: '向快递公司索赔', DECIDE: '由主管决定' }
});

export const faultName = labels({
  en: { CUSTOMER: 'Customer', SHOP: 'Shop', COURIER: 'Courier', NOBODY: 'Nobody' },
  zh: { CUSTOMER: '客户', SHOP: '店铺', COURIER: '快递公司', NOBODY: '无责任方' }
});

/** Where a claim against the courier stands. */
export const claimName = labels({
  en: { NONE: 'No claim', OPEN: 'Open', ACCEPTED: 'Accepted', PARTLY: 'Accepted in part', REFUSED: 'Refused by the courier', WITHDRAWN: 'Withdrawn' },
  zh: { NONE: '无索赔', OPEN: '索赔中', ACCEPTED: '快递公司同意', PARTLY: '快递公司部分同意', REFUSED: '快递公司拒绝', WITHDRAWN: '已撤回' }
});

/** Codes of a field that mean something else elsewhere: refused by the consignee is not refused by a superior. */
const NAMES_OF_FIELD: Readonly<Record<string, (code: string) => string>> = {
  whereabouts: whereaboutsName, course: courseName, fault: faultName, claim: claimName
};

/** What a value is called that stands in this field of a case of this kind. */
export function valueName(field: string, code: string, kind = ''): string {
  if (field === 'cause' && kind === 'undeliverable-parcel') {
    return parcelCauseName(code);
  }
  return (NAMES_OF_FIELD[field] ?? choiceName)(code);
}

/** How a case stands that is open, by its kind. */
export function stateName(kind: string, state: string): string {
  switch (kind) {
    case 'stock-out':
      return stockOutStateName(state);
    default:
      return returnStateName(state);
  }
}
