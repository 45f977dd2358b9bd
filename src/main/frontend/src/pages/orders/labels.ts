import { words } from '../../shared/words';
import type { FoundBy, OrderState } from './api';

export const stateName: (state: OrderState) => string = words({
  en: { NOT_SHIPPED: 'Not shipped', SHIPPED: 'On its way', PARTLY_DELIVERED: 'Partly delivered', DELIVERED: 'Delivered',
    CANCELLED: 'Cancelled' },
  zh: { NOT_SHIPPED: '未发货', SHIPPED: '运输中', PARTLY_DELIVERED: '部分签收', DELIVERED: '已签收', CANCELLED: '已取消' }
});

export const foundByName: (by: FoundBy) => string = words({
  en: { ORDER_NUMBER: 'order number', RMA: 'RMA', CASE_NUMBER: 'case number', TRACKING_NUMBER: 'tracking number',
    PHONE: 'telephone', NAME: 'name' },
  zh: { ORDER_NUMBER: '订单号', RMA: 'RMA 号', CASE_NUMBER: '工单号', TRACKING_NUMBER: '运单号', PHONE: '电话', NAME: '姓名' }
});
