import { useState } from 'preact/hooks';
import { useLoaded } from '../../shared/load';
import { useTitle } from '../../shared/title';
import { Busy, Refused } from '../../shared/ui';
import { words } from '../../shared/words';
import { AnswerForm } from './AnswerForm';
import { allCouriers, myRights, ratesOf, type Courier } from './api';
import '../lists.css';
import './couriers.css';
import { CourierTable } from './CourierTable';
import { ImportBox } from './ImportBox';
import { QuoteBox } from './QuoteBox';
import { Rates } from './Rates';

const t = words({
  en: { title: 'Couriers' },
  zh: { title: '快递公司' }
});

/** Who carries parcels where, for how much and how fast: asked by everybody, kept by supervisors and platform managers. */
export default function Couriers() {
  const rights = useLoaded('rights', myRights);
  const couriers = useLoaded('couriers', allCouriers);
  useTitle(t('title'));
  const problem = rights.problem ?? couriers.problem;
  return (
    <>
      <h1>{t('title')}</h1>
      <Refused problem={problem} onAgain={() => {
        rights.reload();
        couriers.reload();
      }} />
      {!problem && !(rights.value && couriers.value) && <Busy height={640} />}
      {rights.value && couriers.value && (
        <Tables couriers={couriers.value} mayEdit={rights.value.keepsTables} mayAnswer={rights.value.notesCoverage}
          onChanged={couriers.reload} />
      )}
    </>
  );
}

interface Props {
  readonly couriers: readonly Courier[];
  readonly mayEdit: boolean;
  readonly mayAnswer: boolean;
  readonly onChanged: () => void;
}

function Tables({ couriers, mayEdit, mayAnswer, onChanged }: Props) {
  const [asked, setAsked] = useState<string>();
  const [version, setVersion] = useState(0);
  const chosen = couriers.find(each => each.code === asked)?.code ?? couriers[0]?.code;
  const rates = useLoaded(chosen, signal => ratesOf(chosen!, signal));
  const today = new Date().toLocaleDateString('sv-SE');
  const changed = () => setVersion(former => former + 1);
  return (
    <>
      <QuoteBox couriers={couriers} version={version} />
      <CourierTable couriers={couriers} mayEdit={mayEdit}
        onChanged={() => {
          onChanged();
          changed();
        }} />
      {chosen && mayAnswer && (
        <AnswerForm key={chosen} couriers={couriers} courier={chosen} today={today}
          onKept={courier => {
            changed();
            if (courier === chosen) {
              rates.reload();
            }
          }} />
      )}
      {chosen && (
        <Rates couriers={couriers} chosen={chosen} onChoose={setAsked} rates={rates} mayEdit={mayEdit} today={today}
          onChanged={() => {
            rates.reload();
            changed();
          }} />
      )}
      <ImportBox mayImport={mayEdit}
        onImported={() => {
          onChanged();
          rates.reload();
          changed();
        }} />
    </>
  );
}
