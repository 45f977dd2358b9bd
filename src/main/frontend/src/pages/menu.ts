import { isIn, type Me } from '../shared/me';
import { words } from '../shared/words';

const t = words({
  en: { tasks: 'Tasks', orders: 'Orders', goodsIn: 'Goods in', couriers: 'Couriers', stockOuts: 'Stock-outs', search: 'Cases', leaders: 'Team', letters: 'Letters' },
  zh: { tasks: '任务列表', orders: '订单', goodsIn: '收货', couriers: '快递公司', stockOuts: '批量缺货', search: '工单查询', leaders: '团队工作', letters: '信件模板' }
});

export interface MenuEntry {
  readonly address: string;
  readonly name: string;
  /** The groups that find it in the menu; everybody if not given. The server decides what they may do there. */
  readonly groups?: readonly string[];
}

/** Who works on what customers bought, tells orders, takes parcels in, or looks on. */
const LOOK_FOR_ORDERS = ['juniorAgents', 'agents', 'salesAgents', 'afterSalesAgents', 'consultants', 'returnsSpecialists',
  'customerRelations', 'technicians', 'teamLeaders', 'managers', 'supervisors', 'afterSalesSupervisors', 'orderClerks', 'warehouse',
  'finance', 'marketingVp', 'generalOffice', 'auditors', 'camunda-admin'] as const;

/** The ways to our pages, in the order of the menu; shown on our pages and in Tasklist's bar. */
const entries: readonly MenuEntry[] = [
  { address: '/app/orders', name: t('orders'), groups: LOOK_FOR_ORDERS },
  { address: '/app/goods-in', name: t('goodsIn'), groups: ['warehouse', 'returnsSpecialists'] },
  { address: '/app/couriers', name: t('couriers'), groups: [...LOOK_FOR_ORDERS, 'platformManagers'] },
  { address: '/app/stock-outs', name: t('stockOuts'), groups: ['warehouse', 'agents', 'teamLeaders', 'managers', 'supervisors', 'afterSalesSupervisors',
    'orderClerks', 'auditors'] },
  { address: '/app/search', name: t('search') },
  { address: '/app/leaders', name: t('leaders'), groups: ['teamLeaders', 'managers', 'supervisors', 'afterSalesSupervisors', 'camunda-admin'] },
  { address: '/app/letters', name: t('letters'), groups: ['supervisors', 'camunda-admin'] },
];

export const tasklist: MenuEntry = { address: '/camunda/app/tasklist/default/', name: t('tasks') };

/** What this person finds in the menu; nothing as long as it is not known who they are. */
export function menuOf(person: Me | undefined): readonly MenuEntry[] {
  return person ? entries.filter(each => !each.groups || isIn(person, ...each.groups)) : [];
}
