import { choiceName, claimName, courseName, faultName, parcelCauseName, whereaboutsName } from '../shared/labels';
import { money } from '../shared/format';
import { Badge, Due, Panel, When } from '../shared/ui';
import { words } from '../shared/words';
import { CaseLink } from './CaseLink';
import { flagIn, numberIn, objectIn, rowsIn, textIn } from './facts';
import { nameOf } from './people';
import type { CaseFile, Facts } from './types';

const t = words({
  en: {
    title: 'The parcel', cause: 'Cause', attempt: 'Attempt', whereabouts: 'Where the goods are', fault: 'Fault', payer: 'Second freight paid by', table: 'Table {table}, version {version}', course: 'Decided', address: 'New address',
    contacts: 'Contact with the customer', noContact: 'Nobody has tried to reach the customer yet.', nextTry: 'Next try', hold: 'Kept until', then: 'then: {action}', tries: 'Try {number},',
    quote: 'Second shipment', courier: 'Courier', fee: 'Fee', days: 'Days to arrive', why: 'How it comes about', surcharge: 'Surcharge for the customer', paid: 'paid', notPaid: 'not paid yet', returned: 'paid back',
    chase: 'Asking the courier', chased: 'asked {count} times since', leaders: 'with the team leaders', due: 'Should arrive by',
    claim: 'Claim against the courier', by: 'Settled by', findings: 'What came home', line: 'line {line}', found: '{accepted} accepted, {refused} refused', problem: 'quality problem', separator: ', ',
    stockOut: 'Goods come from', earlierCase: 'Came home after', cameHomeIn: 'Came home in'
  },
  zh: {
    title: '包裹情况', cause: '原因', attempt: '第几次投递', whereabouts: '货物所在', fault: '责任方', payer: '二次运费承担', table: '规则表 {table}，第 {version} 版', course: '处理决定', address: '新地址',
    contacts: '联系客户', noContact: '还没有联系过客户。', nextTry: '下次联系', hold: '保留至', then: '到期后：{action}', tries: '第 {number} 次',
    quote: '二次寄送', courier: '快递公司', fee: '运费', days: '时效（天）', why: '计算说明', surcharge: '客户补差价', paid: '已付', notPaid: '未付', returned: '已退还',
    chase: '向快递公司追查', chased: '已追查 {count} 次，开始于', leaders: '已转交组长', due: '应于此前送达',
    claim: '向快递公司索赔', by: '登记人', findings: '退回商品验货', line: '第 {line} 行', found: '接受 {accepted} 件、拒收 {refused} 件', problem: '存在质量问题', separator: '，',
    stockOut: '补货工单', earlierCase: '原工单', cameHomeIn: '退回后的工单'
  }
});

/** The names of the facts that these panels, or their neighbours, show themselves. */
export const PARCEL_FACTS = ['cause', 'leg', 'whereabouts', 'attempt', 'course', 'fault', 'freightPaidBy', 'table', 'tableVersion', 'parcels', 'followUp', 'contacts', 'nextTryAt',
  'hold', 'newAddress', 'quote', 'surcharge', 'stockOut', 'deliveryDue', 'findings', 'claim', 'earlierCase', 'cameHomeIn'];

/** An undeliverable parcel: why, who pays, how the customer is reached, how it goes out again, and the claim beside. */
export function UndeliverablePanels({ file }: { readonly file: CaseFile }) {
  return (
    <>
      <About file={file} />
      <Contacts file={file} />
      <SecondShipment file={file} />
      <Claim file={file} />
    </>
  );
}

function About({ file }: { readonly file: CaseFile }) {
  const { facts } = file;
  const said = (name: string) => textIn(facts, name);
  const address = objectIn(facts, 'newAddress');
  const linked = (['stockOut', 'earlierCase', 'cameHomeIn'] as const).flatMap(name => (said(name) ? [{ name, caseNumber: said(name)! }] : []));
  return (
    <Panel title={t('title')}>
      <dl class="kefu-facts">
        <div><dt>{t('cause')}</dt><dd><strong>{parcelCauseName(said('cause') ?? '')}</strong></dd></div>
        {(numberIn(facts, 'attempt') ?? 0) > 1 && <div><dt>{t('attempt')}</dt><dd>{numberIn(facts, 'attempt')}</dd></div>}
        {said('whereabouts') && <div><dt>{t('whereabouts')}</dt><dd>{whereaboutsName(said('whereabouts')!)}</dd></div>}
        {said('fault') && <div><dt>{t('fault')}</dt><dd>{faultName(said('fault')!)}</dd></div>}
        {said('freightPaidBy') && <div><dt>{t('payer')}</dt><dd>{faultName(said('freightPaidBy')!)}</dd></div>}
        {said('course') && <div><dt>{t('course')}</dt><dd>{courseName(said('course')!)}</dd></div>}
        {address && <div><dt>{t('address')}</dt><dd>{['province', 'city', 'district', 'street', 'postcode'].map(part => textIn(address, part)).filter(Boolean).join(' ')}</dd></div>}
        {linked.map(each => <div key={each.name}><dt>{t(each.name)}</dt><dd><CaseLink caseNumber={each.caseNumber} /></dd></div>)}
      </dl>
      {said('table') && <p class="kefu-soft">{t('table', { table: said('table')!, version: numberIn(facts, 'tableVersion') ?? '' })}</p>}
      <Findings rows={rowsIn(facts, 'findings')} />
      <Chase file={file} />
    </Panel>
  );
}

/** What was in the parcel when it came home. */
function Findings({ rows }: { readonly rows: readonly Facts[] }) {
  if (rows.length === 0) {
    return null;
  }
  return (
    <>
      <h3>{t('findings')}</h3>
      <ul class="kefu-plain-list">
        {rows.map((row, index) => (
          <li key={index}>
            {[t('line', { line: numberIn(row, 'line') ?? '' }), t('found', { accepted: numberIn(row, 'accepted') ?? 0, refused: numberIn(row, 'refused') ?? 0 }),
              choiceName(textIn(row, 'condition') ?? ''), flagIn(row, 'qualityProblem') && t('problem'), textIn(row, 'note')].filter(Boolean).join(t('separator'))}
          </li>
        ))}
      </ul>
    </>
  );
}

function Chase({ file }: { readonly file: CaseFile }) {
  const chase = objectIn(file.facts, 'followUp');
  const since = chase && textIn(chase, 'since');
  if (!chase || !since) {
    return null;
  }
  return (
    <>
      <h3>{t('chase')}</h3>
      <p>
        {t('chased', { count: numberIn(chase, 'times') ?? 0 })} <When at={since} />{' '}
        {flagIn(chase, 'byLeaders') && <Badge tone="warn">{t('leaders')}</Badge>}
      </p>
    </>
  );
}

function Contacts({ file }: { readonly file: CaseFile }) {
  const attempts = rowsIn(file.facts, 'contacts');
  const nextTry = textIn(file.facts, 'nextTryAt');
  const hold = objectIn(file.facts, 'hold');
  const until = hold && textIn(hold, 'until');
  const now = Date.parse(file.now);
  return (
    <Panel title={t('contacts')}>
      {attempts.length === 0 && <p class="kefu-soft">{t('noContact')}</p>}
      <ol class="kefu-plain-list">
        {attempts.map((each, index) => <Attempt key={index} file={file} attempt={each} number={index + 1} />)}
      </ol>
      {nextTry && <p>{t('nextTry')} <Due at={nextTry} now={now} /></p>}
      {hold && until && (
        <p>
          {t('hold')} <Due at={until} now={now} /> <span class="kefu-soft">{t('then', { action: courseName(textIn(hold, 'action') ?? '') })}</span>
        </p>
      )}
    </Panel>
  );
}

function Attempt({ file, attempt, number }: { readonly file: CaseFile; readonly attempt: Facts; readonly number: number }) {
  const at = textIn(attempt, 'at');
  const by = textIn(attempt, 'by');
  const answer = textIn(attempt, 'answer') ?? '';
  return (
    <li>
      <span class="kefu-soft">{t('tries', { number })} {at && <When at={at} />}</span>{' '}
      <Badge tone={answer === 'NO_ANSWER' ? 'warn' : 'good'}>{(answer === 'NO_ANSWER' ? choiceName : courseName)(answer)}</Badge>{' '}
      <span class="kefu-soft">{by && nameOf(file, by)}</span>
    </li>
  );
}

function SecondShipment({ file }: { readonly file: CaseFile }) {
  const quote = objectIn(file.facts, 'quote');
  const surcharge = objectIn(file.facts, 'surcharge');
  const due = textIn(file.facts, 'deliveryDue');
  if (!quote && !surcharge && !due) {
    return null;
  }
  const currency = (quote ?? surcharge) && textIn(quote ?? surcharge ?? {}, 'currency') || '';
  const fee = quote && textIn(quote, 'fee');
  const amount = surcharge && textIn(surcharge, 'amount');
  return (
    <Panel title={t('quote')}>
      <dl class="kefu-facts">
        {quote && <div><dt>{t('courier')}</dt><dd>{textIn(quote, 'name') ?? textIn(quote, 'courier')}</dd></div>}
        {fee && <div><dt>{t('fee')}</dt><dd>{money(fee, currency)}</dd></div>}
        {quote && numberIn(quote, 'days') !== undefined && <div><dt>{t('days')}</dt><dd>{numberIn(quote, 'days')}</dd></div>}
        {quote && textIn(quote, 'explanation') && <div><dt>{t('why')}</dt><dd class="kefu-said">{textIn(quote, 'explanation')}</dd></div>}
        {surcharge && amount && (
          <div><dt>{t('surcharge')}</dt><dd>
            <strong>{money(amount, currency)}</strong>{' '}
            <Badge tone={flagIn(surcharge, 'paid') ? 'good' : 'warn'}>{t(flagIn(surcharge, 'returned') ? 'returned' : flagIn(surcharge, 'paid') ? 'paid' : 'notPaid')}</Badge>
          </dd></div>
        )}
        {due && <div><dt>{t('due')}</dt><dd><Due at={due} now={Date.parse(file.now)} /></dd></div>}
      </dl>
    </Panel>
  );
}

function Claim({ file }: { readonly file: CaseFile }) {
  const claim = objectIn(file.facts, 'claim');
  const status = claim && textIn(claim, 'status');
  if (!claim || !status || status === 'NONE') {
    return null;
  }
  const amount = textIn(claim, 'amount');
  const by = textIn(claim, 'settledBy');
  return (
    <Panel title={t('claim')}>
      <p>
        <Badge tone={status === 'OPEN' ? 'warn' : status === 'REFUSED' ? 'bad' : 'good'}>{claimName(status)}</Badge>{' '}
        {amount && <strong>{money(amount, textIn(claim, 'currency') ?? '')}</strong>} <span class="kefu-soft">{by && `${t('by')}: ${nameOf(file, by)}`}</span>
      </p>
    </Panel>
  );
}
