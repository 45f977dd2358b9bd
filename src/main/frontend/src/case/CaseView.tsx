import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../shared/api';
import { messageName } from '../shared/labels';
import { useLoaded } from '../shared/load';
import { Busy, Done, Panel, Refused } from '../shared/ui';
import { words } from '../shared/words';
import { loadCase } from './api';
import { Actions } from './Actions';
import { CustomerPanel, LinkedPanel, MoneyPanel, ParcelPanel } from './Around';
import { Attachments } from './Attachments';
import { factsBesides } from './facts';
import { GenericFacts } from './GenericFacts';
import { Goods, ordinaryFacts, SHOWN_FACTS } from './Goods';
import { Head } from './Head';
import { Letters } from './Letters';
import { Notes } from './Notes';
import { RefundPanel } from './Refund';
import { STOCK_OUT_FACTS, StockOutPanels } from './StockOut';
import { Timeline } from './Timeline';
import { PARCEL_FACTS, UndeliverablePanels } from './Undeliverable';

const t = words({
  en: { facts: 'More about it', told: 'Reported: {what}.', noted: 'The note is on the timeline.' },
  zh: { facts: '更多信息', told: '已登记：{what}。', noted: '备注已记入时间线。' }
});

/** What panels of a kind show by themselves. */
const FACTS_OF_KIND: Readonly<Record<string, readonly string[]>> = { 'stock-out': STOCK_OUT_FACTS, 'undeliverable-parcel': PARCEL_FACTS };

interface Props {
  readonly caseNumber: string;
  /** How big the heading is where the view stands. */
  readonly title?: 'h1' | 'h2';
}

/** Everything about a case, on its page and beside its task. */
export function CaseView({ caseNumber, title = 'h1' }: Props) {
  const { value: file, problem, isLoading, reload, replace } = useLoaded(caseNumber, signal => loadCase(caseNumber, signal));
  const [done, setDone] = useState<string>();
  const [conflict, setConflict] = useState<Problem>();

  useEffect(() => {
    setDone(undefined);
    setConflict(undefined);
  }, [caseNumber]);

  if (!file) {
    return problem ? <Refused problem={problem} onAgain={reload} /> : <Busy height={600} />;
  }
  // What the case is about stands before all else
  const isAboutParcel = file.kind === 'undeliverable-parcel';
  const others = factsBesides(file.facts, [...SHOWN_FACTS, ...(FACTS_OF_KIND[file.kind] ?? []), ...ordinaryFacts(file.facts)]);
  return (
    <div class="kefu-case" aria-busy={isLoading}>
      <Head file={file} title={title} isLoading={isLoading} onReload={reload}
        onHandedOver={said => {
          setDone(said);
          reload();
        }} />
      <Refused problem={problem} onAgain={reload} />
      {done && <Done>{done}</Done>}
      <div class="kefu-case-columns">
        <div>
          {(file.status === 'OPEN' || file.actions.length > 0 || conflict) && (
            <Actions file={file} conflict={conflict}
              onConflict={late => {
                setConflict(late);
                if (late) {
                  setDone(undefined);
                  reload();
                }
              }}
              onTold={(answer, message) => {
                replace(answer);
                setDone(t('told', { what: messageName(message) }));
              }} />
          )}
          {file.kind === 'stock-out' && <StockOutPanels file={file} />}
          {isAboutParcel && <UndeliverablePanels file={file} />}
          {isAboutParcel && <ParcelPanel file={file} />}
          <Goods file={file} />
          <RefundPanel file={file} />
          {Object.keys(others).length > 0 && <Panel title={t('facts')}><GenericFacts facts={others} kind={file.kind} /></Panel>}
          <Notes file={file}
            onAdded={answer => {
              replace(answer);
              setDone(t('noted'));
            }} />
          <Attachments file={file} onAdded={reload} />
          <Letters file={file} />
        </div>
        <div>
          <CustomerPanel file={file} />
          <MoneyPanel file={file} />
          {!isAboutParcel && <ParcelPanel file={file} />}
          <LinkedPanel file={file} />
          <Timeline file={file} />
        </div>
      </div>
    </div>
  );
}
