import { createContext } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../../shared/api';
import { moment } from '../../shared/format';
import { useLoaded } from '../../shared/load';
import { isIn, me } from '../../shared/me';
import { nameIn, people, type Person } from '../../shared/people';
import { caseAddress, taskAddress } from '../../shared/tasklist';
import { useTitle } from '../../shared/title';
import { Button, Panel, Refused, When, wordsOf } from '../../shared/ui';
import { words } from '../../shared/words';
import { findGoods, tellArrival } from './api';
import { arrivedOf, codeOf, judged, withArrived, type Arrived, type Expected } from './desk';
import './goodsin.css';
import { rememberArrivals, rememberedArrivals } from './session';

const t = words({
  en: {
    title: 'Goods in',
    notYours: 'Goods are taken in by the warehouse and by returns specialists.',
    scan: 'Scan or type the RMA or the tracking number, then Enter',
    take: 'Take in',
    waiting: 'Looking for {code}…',
    unknown: '“{code}” belongs to no case that waits for goods. Nothing was taken in.',
    in: '{case} is in: {goods}',
    choose: 'Several cases share the number “{code}”. Look into the parcel, then choose.',
    thisOne: 'It is this one',
    inspect: 'Inspect', next: 'Next: {task}', openCase: 'Open the case', openLater: 'Open case {case}',
    held: '{task} is with {person}.',
    NOT_APPROVED: '{case} is not approved yet. Put the parcel aside; the review comes first.',
    NOT_ARRANGED: '{case} is approved, but nobody has noted yet how its goods come back. A returns specialist does that first.',
    STAYS_WITH_CUSTOMER: '{case}: the customer was to keep the goods. Put the parcel aside and tell a returns specialist.',
    REJECTED: '{case} was turned down. Put the parcel aside and tell a returns specialist.',
    HERE_ALREADY: '{case} is in already.',
    HERE_SINCE: '{case} is in already, since {at} ({by}).',
    LATER_CASE: '{case} had ended; its parcel has the case {later}.',
    LATER_IN: '{case} had ended. The parcel is in, and will be reviewed as case {later}.',
    OVER: '{case} is over. Put the parcel aside and tell a returns specialist.',
    NOT_WAITING: '{case} does not wait for a parcel now. Put it aside and tell a returns specialist.',
    FOR_OTHERS: '{case} waits for this parcel; the warehouse takes it in.',
    list: 'Taken in here', none: 'Nothing yet.', at: 'When', case: 'Case', goods: 'Goods', todo: 'To do'
  },
  zh: {
    title: '收货',
    notYours: '收货由仓库人员和退换货专员办理。',
    scan: '扫描或输入 RMA 号或运单号，然后按回车',
    take: '收货',
    waiting: '正在查找 {code}…',
    unknown: '“{code}”不属于任何等待收货的工单，未登记收货。',
    in: '{case} 已收货：{goods}',
    choose: '有多个工单使用编号“{code}”。请拆看包裹后选择。',
    thisOne: '是这一个',
    inspect: '去验货', next: '下一步：{task}', openCase: '打开工单', openLater: '打开工单 {case}',
    held: '“{task}”由 {person} 处理中。',
    NOT_APPROVED: '{case} 尚未审核同意。请先把包裹放在一边，等待审核。',
    NOT_ARRANGED: '{case} 已同意，但还没有登记退回方式，请退换货专员先登记。',
    STAYS_WITH_CUSTOMER: '{case}：商品本应留给客户。请把包裹放在一边，并通知退换货专员。',
    REJECTED: '{case} 已被拒绝。请把包裹放在一边，并通知退换货专员。',
    HERE_ALREADY: '{case} 已经收过货。',
    HERE_SINCE: '{case} 已于 {at} 收货（{by}）。',
    LATER_CASE: '{case} 已结案，包裹归入工单 {later}。',
    LATER_IN: '{case} 已结案。包裹已收货，将作为工单 {later} 重新审核。',
    OVER: '{case} 已结束。请把包裹放在一边，并通知退换货专员。',
    NOT_WAITING: '{case} 目前不等待包裹。请把包裹放在一边，并通知退换货专员。',
    FOR_OTHERS: '{case} 正在等待此包裹，由仓库收货。',
    list: '本次收货', none: '还没有。', at: '时间', case: '工单', goods: '商品', todo: '待办'
  }
});

type Said =
  | { readonly kind: 'WAITING'; readonly code: string }
  | { readonly kind: 'IN'; readonly goods: Expected }
  | { readonly kind: 'REFUSED'; readonly goods: Expected }
  | { readonly kind: 'CHOOSE'; readonly code: string; readonly among: readonly Expected[] }
  | { readonly kind: 'WRONG'; readonly text: string };

/** For calling people by their names; nobody waits until they are known. */
const Colleagues = createContext<readonly Person[] | undefined>(undefined);

/** The desk where parcels come in: a scanner types, Enter takes in, and the field is ready for the next one. */
export default function GoodsIn() {
  const person = useLoaded('me', me);
  const colleagues = useLoaded('people', signal => people(undefined, signal));
  useTitle(t('title'));
  if (person.problem) {
    return <Refused problem={person.problem} onAgain={person.reload} />;
  }
  if (person.value && !isIn(person.value, 'warehouse', 'returnsSpecialists', 'camunda-admin')) {
    return <><h1>{t('title')}</h1><p role="status">{t('notYours')}</p></>;
  }
  return <><h1>{t('title')}</h1>
    <Colleagues.Provider value={colleagues.value}>{person.value && <Desk person={person.value.id} />}</Colleagues.Provider></>;
}

function Desk({ person }: { readonly person: string }) {
  const [said, setSaid] = useState<Said>();
  const [list, setList] = useState(() => rememberedArrivals(person));
  const field = useRef<HTMLInputElement>(null);
  const before = useRef<Promise<void>>(Promise.resolve());

  useEffect(() => field.current?.focus(), []);

  /** One parcel after the other, however fast the next is scanned. */
  function inTurn(work: () => Promise<void>) {
    before.current = before.current.then(work);
  }

  function scan(event: Event) {
    event.preventDefault();
    const input = field.current;
    const scanned = input?.value.trim() ?? '';
    if (input) {
      // At once and not with the next picture: a scanner does not wait for one
      input.value = '';
      input.focus();
    }
    if (scanned) {
      inTurn(() => look(scanned));
    }
  }

  async function look(scanned: string) {
    setSaid({ kind: 'WAITING', code: scanned });
    try {
      const verdict = judged(await findGoods(scanned));
      switch (verdict.kind) {
        case 'UNKNOWN':
          return wrong(scanned, { kind: 'WRONG', text: t('unknown', { code: scanned }) });
        case 'REFUSED':
          return wrong(scanned, { kind: 'REFUSED', goods: verdict.goods });
        case 'CHOOSE':
          return setSaid({ kind: 'CHOOSE', code: scanned, among: verdict.among });
        case 'TAKE_IN':
          return await takeIn(scanned, verdict.goods);
      }
    } catch (failure) {
      wrong(scanned, { kind: 'WRONG', text: failure instanceof Problem ? wordsOf(failure) : String(failure) });
    }
  }

  async function takeIn(scanned: string, goods: Expected) {
    try {
      await tellArrival(goods);
    } catch (failure) {
      // Somebody else may have been faster: then the case says so, better than the refusal does
      const now = await lookAgain(goods).catch(() => undefined);
      if (failure instanceof Problem && failure.status === 409 && now && !now.expected) {
        return wrong(scanned, { kind: 'REFUSED', goods: now });
      }
      throw failure;
    }
    // It is in now, even if nobody can say what comes next
    const now = await lookAgain(goods).catch(() => undefined) ?? goods;
    setSaid({ kind: 'IN', goods: now });
    setList(former => {
      const all = withArrived(former, arrivedOf(now));
      // At once: whoever goes on to the task leaves the page before its effects run
      rememberArrivals(person, all);
      return all;
    });
    field.current?.focus();
  }

  async function lookAgain(goods: Expected): Promise<Expected | undefined> {
    return (await findGoods(codeOf(goods))).find(each => each.caseNumber === goods.caseNumber && codeOf(each) === codeOf(goods));
  }

  /** The wrong code stands there again, marked, so that the next scan takes its place; unless that has begun. */
  function wrong(scanned: string, what: Said) {
    setSaid(what);
    const input = field.current;
    if (input && input.value === '') {
      input.value = scanned;
      input.focus();
      input.select();
    }
  }

  return (
    <>
      <form class="goodsin-scan" onSubmit={scan}>
        <label for="goodsin-code">{t('scan')}</label>
        <div class="goodsin-line">
          <input id="goodsin-code" ref={field} class="kefu-input" type="text" autocomplete="off" spellcheck={false} maxLength={200} />
          <Button main type="submit">{t('take')}</Button>
        </div>
      </form>
      <div class="goodsin-said" role="status" aria-live="assertive">{said && <Saying said={said} />}</div>
      {said?.kind === 'CHOOSE' && (
        <Choice among={said.among} onChosen={goods => inTurn(() => takeIn('', goods).catch((failure: unknown) =>
          setSaid({ kind: 'WRONG', text: failure instanceof Problem ? wordsOf(failure) : String(failure) })))} />
      )}
      <Arrivals list={list} />
    </>
  );
}

function Saying({ said }: { readonly said: Said }) {
  switch (said.kind) {
    case 'WAITING':
      return <p class="goodsin-line-said">{t('waiting', { code: said.code })}</p>;
    case 'CHOOSE':
      return <p class="goodsin-line-said is-warn">{t('choose', { code: said.code })}</p>;
    case 'WRONG':
      return <p class="goodsin-line-said is-bad">{said.text}</p>;
    case 'REFUSED':
      return <p class={`goodsin-line-said ${said.goods.whyNot === 'HERE_ALREADY' ? 'is-warn' : 'is-bad'}`}>
        <WhyNot goods={said.goods} /> <Ways goods={said.goods} /></p>;
    case 'IN':
      return <p class="goodsin-line-said is-good">
        {said.goods.laterCase ? t('LATER_IN', { case: said.goods.caseNumber, later: said.goods.laterCase })
          : t('in', { case: said.goods.caseNumber, goods: said.goods.goods })} <Ways goods={said.goods} /></p>;
  }
}

function WhyNot({ goods }: { readonly goods: Expected }) {
  const colleagues = useContext(Colleagues);
  const values = { case: goods.caseNumber, later: goods.laterCase ?? '', at: goods.arrival ? moment(goods.arrival.at) : '',
    by: goods.arrival ? nameIn(colleagues, goods.arrival.by) : '' };
  return <>{goods.whyNot === 'HERE_ALREADY' && goods.arrival ? t('HERE_SINCE', values) : t(goods.whyNot ?? 'NOT_WAITING', values)}</>;
}

/** Where it goes on: to the task, or to the case. */
function Ways({ goods }: { readonly goods: Expected }) {
  const colleagues = useContext(Colleagues);
  const task = goods.task;
  return (
    <span class="goodsin-ways">
      {task && <a href={taskAddress(task.id)}>{task.key === 'inspectGoods' ? t('inspect') : t('next', { task: task.name })}</a>}
      {task?.assignee && <span>{t('held', { task: task.name, person: nameIn(colleagues, task.assignee) })}</span>}
      <a href={caseAddress(goods.laterCase ?? goods.caseNumber)}>
        {goods.laterCase ? t('openLater', { case: goods.laterCase }) : t('openCase')}
      </a>
    </span>
  );
}

interface ChoiceProps {
  readonly among: readonly Expected[];
  readonly onChosen: (goods: Expected) => void;
}

function Choice({ among, onChosen }: ChoiceProps) {
  return (
    <ul class="goodsin-choice">
      {among.map(each => (
        <li key={`${each.caseNumber} ${codeOf(each)}`} class="kefu-panel">
          <p><strong>{each.rma ?? each.caseNumber}</strong> · {each.orderNumber} · {each.goods}{each.fields['trackingNumber'] && ` · ${each.fields['trackingNumber']}`}</p>
          {each.expected ? <Button onClick={() => onChosen(each)}>{t('thisOne')}</Button>
            : <p class="kefu-soft"><WhyNot goods={each} /> <Ways goods={each} /></p>}
        </li>
      ))}
    </ul>
  );
}

function Arrivals({ list }: { readonly list: readonly Arrived[] }) {
  return (
    <Panel title={`${t('list')} (${list.length})`}>
      {list.length === 0 ? <p class="kefu-soft">{t('none')}</p> : (
        <table class="kefu-table">
          <thead>
            <tr>
              <th scope="col">{t('at')}</th>
              <th scope="col">{t('case')}</th>
              <th scope="col">{t('goods')}</th>
              <th scope="col">{t('todo')}</th>
            </tr>
          </thead>
          <tbody>
            {list.map(each => (
              <tr key={each.caseNumber}>
                <td>{each.at && <When at={each.at} />}</td>
                <td><a href={caseAddress(each.caseNumber)}>{each.rma ?? each.caseNumber}</a></td>
                <td>{each.goods}</td>
                <td>{each.task && <a href={taskAddress(each.task.id)}>{each.task.key === 'inspectGoods' ? t('inspect')
                  : t('next', { task: each.task.name })}</a>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
